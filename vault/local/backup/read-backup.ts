/** A backup opened and verified: one way in for looking at it, restoring it, and the command line. */
import type { KitSeed } from '../kit-keys.ts';
import { type KitWordsRefusal, wordsToKit } from '../recovery-kit.ts';
import { type AgeRefusal, openWithAge } from './age.ts';
import { type BackupRead, type PackRefusal, unpackBackup } from './pack.ts';

/** How a backup is opened: twelve words of a kit, or the passphrase it was made with. */
export type BackupOpener = { readonly kit: string } | { readonly passphrase: string };

export async function readBackup(
  bytes: Uint8Array,
  opener: BackupOpener,
): Promise<BackupRead | AgeRefusal | PackRefusal | KitWordsRefusal> {
  let kit: KitSeed | undefined;
  if ('kit' in opener) {
    const seed = wordsToKit(opener.kit);
    if ('type' in seed) return seed;
    kit = seed;
  }
  const inside = await openWithAge(bytes, kit ? { kit } : (opener as { passphrase: string }));
  return inside instanceof Uint8Array ? unpackBackup(inside) : inside;
}
