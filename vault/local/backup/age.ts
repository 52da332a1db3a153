/**
 * The age format (https://age-encryption.org/v1): whoever has the passphrase or the kit's key opens
 * a backup with any age program, without us. The library is loaded when first needed.
 */
import type { Bytes } from '../../envelope/bytes.ts';
import { backupKeyOfKit, type KitSeed } from '../kit-keys.ts';
import { bytesToBech32 } from './bech32.ts';

/** An age file is for recipients or for one passphrase, never both. */
export type AgeTo = { readonly recipient: string } | { readonly passphrase: string };
export type AgeOpener = { readonly kit: KitSeed } | { readonly passphrase: string };

export type AgeRefusal =
  | { readonly type: 'NotABackup' }
  | { readonly type: 'BackupTruncated' }
  | { readonly type: 'BackupAltered' }
  | { readonly type: 'OtherRecipient' }
  /** The file asks for less work than ours do before a passphrase is tried: it is not one of ours. */
  | { readonly type: 'BackupWeakened' };

/** Work of 2^18 for a passphrase: about a second; age's own default. */
const WORK = 18;
const INTRO = 'age-encryption.org/v1\n';
/** Files are whole multiples of this, so that one that was cut can be told from one that was changed. */
const WHOLE = 1024;
/** Of the payload: a nonce, then chunks of 64 KiB with a tag each. */
const NONCE = 16;
const CHUNK = 65_536;
const TAG = 16;

export async function sealWithAge(content: Uint8Array, to: AgeTo): Promise<Bytes> {
  const header = (await seal(new Uint8Array(0), to, 10)).length - NONCE - TAG;
  return seal(fill(content, header), to, WORK);
}

async function seal(bytes: Uint8Array, to: AgeTo, work: number): Promise<Bytes> {
  const age = await import('age-encryption');
  const encrypter = new age.Encrypter();
  if ('passphrase' in to) {
    encrypter.setScryptWorkFactor(work);
    encrypter.setPassphrase(to.passphrase);
  } else encrypter.addRecipient(to.recipient);
  return Uint8Array.from(await encrypter.encrypt(bytes));
}

/** The content with its length in front and zeros behind, so that the whole file has a round length. */
function fill(content: Uint8Array, header: number): Uint8Array {
  const sealedLength = (length: number) =>
    header + NONCE + length + TAG * Math.max(1, Math.ceil(length / CHUNK));
  let length = 4 + content.length;
  while (sealedLength(length) % WHOLE !== 0) length++;
  const filled = new Uint8Array(length);
  new DataView(filled.buffer).setUint32(0, content.length);
  filled.set(content, 4);
  return filled;
}

export async function openWithAge(
  bytes: Uint8Array,
  opener: AgeOpener,
): Promise<Bytes | AgeRefusal> {
  const latin = new TextDecoder('latin1');
  const begins = latin.decode(bytes.subarray(0, INTRO.length));
  if (bytes.length === 0 || !INTRO.startsWith(begins)) return { type: 'NotABackup' };
  if (bytes.length % WHOLE !== 0) return { type: 'BackupTruncated' };
  if (isWeak(latin.decode(bytes.subarray(0, 512)))) return { type: 'BackupWeakened' };
  const age = await import('age-encryption');
  const decrypter = new age.Decrypter();
  if ('kit' in opener) decrypter.addIdentity(identityOfKit(opener.kit));
  else decrypter.addPassphrase(opener.passphrase);
  try {
    const filled = await decrypter.decrypt(bytes);
    const length = new DataView(filled.buffer, filled.byteOffset).getUint32(0);
    return length > filled.length - 4
      ? { type: 'BackupAltered' }
      : Uint8Array.from(filled.subarray(4, 4 + length));
  } catch (error) {
    const other = error instanceof Error && error.message.startsWith('no identity matched');
    return { type: other ? 'OtherRecipient' : 'BackupAltered' };
  }
}

/** Whether a header names a work factor below ours, so that a passphrase typed for it is cheap to guess. */
function isWeak(header: string): boolean {
  const [, work] = /\n-> scrypt \S+ (\d+)\n/.exec(header) ?? [];
  return work !== undefined && Number(work) < WORK;
}

/** `age1…`, to which a backup for this kit is sealed. */
export async function recipientOfKit(kit: KitSeed): Promise<string> {
  const age = await import('age-encryption');
  return age.identityToRecipient(identityOfKit(kit));
}

/** `AGE-SECRET-KEY-1…`: what a person would give to the stock `age` program. */
export function identityOfKit(kit: KitSeed): string {
  return bytesToBech32('age-secret-key-', backupKeyOfKit(kit)).toUpperCase();
}
