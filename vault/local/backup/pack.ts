/**
 * What is inside a backup: a manifest that a device signed, and the parts it lists by hash. The age
 * format proves no sender, so the manifest does. There are no device keys in it.
 *
 *   file = CBOR [manifest, sig, [[name, bytes], …]]      manifest = CBOR, signed as bytes
 */
import { type Bytes, concat, sameBytes } from '../../envelope/bytes.ts';
import { bytesToPlain, type Plain } from '../../envelope/cbor-read.ts';
import { plainToBytes } from '../../envelope/cbor-write.ts';
import { contexts, plainHash } from '../../envelope/contexts.ts';
import { isBytes, isCount } from '../../envelope/frame.ts';
import type { Block } from '../../fold/columns/snapshot.ts';
import { sign, verifyNow } from '../../identity/signing.ts';
import type { RawKeys } from '../../identity/types.ts';
import { plainToList } from '../../membership/parts.ts';
import type { State } from '../../membership/state.ts';
import { bytesToState, stateToBytes } from '../../membership/state-bytes.ts';
import { bytesToRawKeys, rawKeysToBytes } from '../../membership/wraps.ts';
import type { MemberId } from '../../types.ts';
import { chainHolds } from './chain-holds.ts';

const KIND = 'alongside backup';
const VERSION = 1;
const STATE = 'state';
const KEYS = 'keys';
const BLOCK = 'block/';

export interface BackupParts {
  readonly state: State;
  /** The newest epoch's key and this person's circle keys. */
  readonly keys: RawKeys;
  readonly blocks: readonly Block[];
}

export interface BackupAbout {
  readonly device: number;
  readonly member: MemberId;
  readonly madeAt: number;
  readonly records: number;
  readonly texts: number;
}

export interface BackupRead extends BackupParts, BackupAbout {}

export type PackRefusal =
  | { readonly type: 'NotABackup' }
  | { readonly type: 'BackupAltered' }
  | { readonly type: 'NewerVersion' };

export async function packBackup(
  parts: BackupParts,
  about: BackupAbout,
  signer: CryptoKey,
): Promise<Bytes> {
  const named: (readonly [string, Uint8Array])[] = [
    [STATE, stateToBytes(parts.state)],
    [KEYS, rawKeysToBytes(parts.keys)],
    ...parts.blocks.map(({ name, bytes }) => [BLOCK + name, bytes] as const),
  ];
  const { workspace, head, n, tip } = parts.state;
  const manifest = plainToBytes({
    kind: KIND,
    version: VERSION,
    workspace,
    head,
    n,
    tip,
    ...about,
    parts: named.map(([name, bytes]) => [name, bytes.length, plainHash(bytes)]),
  });
  const sig = await sign(signer, concat(contexts.backup, manifest));
  return plainToBytes([manifest, sig, named.map(([name, bytes]) => [name, bytes])]);
}

/** Reads and verifies all of it: signature, every hash, the chain, and that manifest and chain agree. */
export function unpackBackup(bytes: Uint8Array): BackupRead | PackRefusal {
  const file = bytesToPlain(bytes);
  if (!Array.isArray(file) || file.length !== 3) return { type: 'NotABackup' };
  const [manifestBytes, sig, list] = file as readonly Plain[];
  if (!(manifestBytes instanceof Uint8Array) || !(sig instanceof Uint8Array)) {
    return { type: 'NotABackup' };
  }
  const fields = fieldsOf(bytesToPlain(manifestBytes));
  if (fields?.kind !== KIND) return { type: 'NotABackup' };
  if (isCount(fields.version) && fields.version > VERSION) return { type: 'NewerVersion' };
  const manifest = fieldsToManifest(fields);
  if (!manifest) return { type: 'BackupAltered' };
  const parts = readParts(manifest, list);
  const state = bytesToState(parts?.get(STATE) ?? new Uint8Array(0));
  const keys = bytesToRawKeys(parts?.get(KEYS) ?? new Uint8Array(0));
  if (!parts || !state || !keys || !agrees(manifest, state) || !chainHolds(state)) {
    return { type: 'BackupAltered' };
  }
  const signer = state.membership.devices[manifest.device];
  const signed = signer && verifyNow(signer.sign, sig, concat(contexts.backup, manifestBytes));
  if (!signed || signer.member !== manifest.member) return { type: 'BackupAltered' };
  const blocks = [...parts]
    .filter(([name]) => name.startsWith(BLOCK))
    .map(([name, part]) => ({ name: name.slice(BLOCK.length), bytes: part }));
  const { device, member, madeAt, records, texts } = manifest;
  return { state, keys, blocks, device, member, madeAt, records, texts };
}

interface Manifest extends BackupAbout {
  readonly workspace: Uint8Array;
  readonly head: Uint8Array | null;
  readonly n: number;
  readonly tip: Uint8Array;
  readonly parts: readonly ListedPart[];
}

type ListedPart = readonly [name: string, length: number, hash: Uint8Array];
type Fields = { readonly [key: string]: Plain };

function fieldsOf(plain: Plain | undefined): Fields | null {
  if (plain === null || typeof plain !== 'object' || plain instanceof Uint8Array) return null;
  return Array.isArray(plain) ? null : (plain as Fields);
}

/** The manifest, each of its fields of the kind it must be; else null. */
function fieldsToManifest(fields: Fields): Manifest | null {
  const { version, workspace, head, n, tip, device, member, madeAt, records, texts } = fields;
  if (version !== VERSION || typeof member !== 'string') return null;
  if (!isBytes(workspace, 32) || !isBytes(tip, 32) || !isCount(n)) return null;
  if (head !== null && !isBytes(head, 32)) return null;
  if (!isCount(device) || !isCount(madeAt) || !isCount(records) || !isCount(texts)) return null;
  const parts = Array.isArray(fields.parts) ? fields.parts.map(plainToListed) : [null];
  if (!parts.every((part) => part !== null)) return null;
  return { workspace, head, n, tip, device, member, madeAt, records, texts, parts };
}

function plainToListed(plain: Plain): ListedPart | null {
  const [name, length, hash] = plainToList(plain, 3) ?? [];
  if (typeof name !== 'string' || !isCount(length) || !isBytes(hash, 32)) return null;
  return [name, length, hash];
}

/** The parts, where they are exactly those of the manifest. */
function readParts({ parts: listed }: Manifest, list: Plain | undefined) {
  const items = plainToList(list, listed.length);
  if (!items) return null;
  const parts = new Map<string, Bytes>();
  for (const [i, [name, length, hash]] of listed.entries()) {
    const [given, bytes] = plainToList(items[i], 2) ?? [];
    if (given !== name || !isBytes(bytes, length)) return null;
    if (!sameBytes(plainHash(bytes), hash)) return null;
    parts.set(name, bytes);
  }
  return parts;
}

function agrees({ workspace, head, n, tip }: Manifest, state: State): boolean {
  const sameHead =
    head === null ? state.head === null : state.head !== null && sameBytes(head, state.head);
  return (
    sameHead && sameBytes(workspace, state.workspace) && n === state.n && sameBytes(tip, state.tip)
  );
}
