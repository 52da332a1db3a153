/**
 * Where this device leaves welcomes for its person's recovery devices: the lobby's secret of each, sealed
 * at rest, and when and after which move the last one was left. The seeds are not here: a secret opens
 * nothing but the lobby.
 */
import { bytesToPlain } from '../../envelope/cbor-read.ts';
import { plainToBytes } from '../../envelope/cbor-write.ts';
import { isBytes, isCount } from '../../envelope/frame.ts';
import type { Resting } from '../../local/rest/keys-at-rest.ts';
import { openRecord, sealRecord } from '../../local/root.ts';
import type { Write } from '../../local/storage.ts';
import { plainToList } from '../../membership/parts.ts';

export interface RecoveryLobby {
  /** The recovery device's sign key, 32 bytes. */
  readonly sign: Uint8Array;
  /** 16 bytes. */
  readonly secret: Uint8Array;
  /** When, since which compaction and on which server a welcome was left last; null where none was yet. */
  readonly left: {
    readonly at: number;
    readonly incarnation: Uint8Array;
    readonly server: string;
  } | null;
}

export async function readLobbies(resting: Resting): Promise<readonly RecoveryLobby[]> {
  const { storage, keys, local } = resting;
  const sealed = await storage.get(keys.recoveryLobbies);
  const bytes = sealed && (await openRecord(local.data, keys.recoveryLobbies, sealed));
  const plain = bytes && bytesToPlain(bytes);
  return Array.isArray(plain) ? plain.map(plainToLobby).filter((one) => one !== null) : [];
}

export async function lobbiesToRest(
  { keys, local, random }: Resting,
  lobbies: readonly RecoveryLobby[],
): Promise<Write> {
  const bytes = plainToBytes(
    lobbies.map(({ sign, secret, left }) => [
      sign,
      secret,
      left && [left.at, left.incarnation, left.server],
    ]),
  );
  const key = keys.recoveryLobbies;
  return { put: key, bytes: await sealRecord(local.data, key, bytes, random) };
}

function plainToLobby(plain: Parameters<typeof plainToList>[0]): RecoveryLobby | null {
  const [sign, secret, leftPlain] = plainToList(plain, 3) ?? [];
  if (!isBytes(sign, 32) || !isBytes(secret, 16)) return null;
  const [at, incarnation, server] = plainToList(leftPlain, 3) ?? [];
  // Anything else says nothing of when and where: a welcome is left anew.
  const isLeft = isCount(at) && isBytes(incarnation, 32) && typeof server === 'string';
  return { sign, secret, left: isLeft ? { at, incarnation, server } : null };
}
