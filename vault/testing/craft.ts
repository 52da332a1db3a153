/**
 * Entries that no honest application makes: a person's real keys with every check off. What is not
 * said is as it should be.
 */

import { concat } from '../envelope/bytes.ts';
import type { Writable } from '../envelope/cbor-write.ts';
import { plainHash } from '../envelope/contexts.ts';
import { entryId, entryToPlaintext, frameToBytes, signedBytes } from '../envelope/frame.ts';
import { sealWire } from '../envelope/seal.ts';
import { sign } from '../identity/signing.ts';
import type { Secret } from '../identity/types.ts';
import { bodyToPlain, bodyType } from '../log/body.ts';
import { type MadeEntry, previousOf } from '../log/make-entry.ts';
import type { Body } from '../log/types.ts';
import { anyOp, type Player } from './cast.ts';

export interface Crafted {
  readonly type?: number;
  readonly body?: Body;
  readonly rawBody?: Writable;
  readonly wraps?: Writable | null;
  readonly epoch?: number;
  readonly device?: number;
  readonly previous?: Uint8Array;
  readonly viewN?: number;
  readonly viewH?: Uint8Array;
  readonly hlc?: number;
  readonly head?: Uint8Array | null;
  /** Another workspace or incarnation than the signer's. */
  readonly place?: Uint8Array;
  readonly stream?: Uint8Array;
  readonly secret?: Secret;
  readonly signer?: CryptoKey;
  /** Instead of frame ‖ sig. */
  readonly plaintext?: (frame: Uint8Array, sig: Uint8Array) => Uint8Array;
}

export const somePlain: Body = {
  kind: 'plain',
  ops: { runs: [{ seen: 0, ops: [anyOp('x')] }], releases: [] },
};

/** Whose keys are used, and what they have read. */
type Maker = Pick<Player, 'replica' | 'keys' | 'random'>;

export async function craft(player: Maker, about: Crafted = {}): Promise<MadeEntry> {
  const { state, device } = player.replica;
  const body = about.body ?? somePlain;
  const secret = about.secret ?? player.keys.epoch(state.epoch);
  if (secret === undefined) throw new Error('Must hold: a key to seal with');
  const frame = frameToBytes({
    type: about.type ?? bodyType(body),
    epoch: about.epoch ?? state.epoch,
    device: about.device ?? device,
    previous: about.previous ?? previousOf(state, device),
    viewN: about.viewN ?? state.n,
    viewH: about.viewH ?? state.tip.slice(0, 16),
    hlc: about.hlc ?? 1_800_000_000_000_000,
    head: about.head === undefined ? (body.kind === 'chain' ? state.head : null) : about.head,
    body: about.rawBody === undefined ? bodyToPlain(body) : about.rawBody,
  });
  const place = about.place ?? concat(state.workspace, state.incarnation);
  const sig = await sign(about.signer ?? player.keys.device.sign, signedBytes(place, frame));
  const plaintext =
    about.plaintext?.(frame, sig) ?? entryToPlaintext(frame, sig, about.wraps ?? null);
  const wire = await sealWire(plaintext, secret, about.stream ?? state.stream, player.random);
  return { wire, id: entryId(frame, sig), hash: plainHash(wire) };
}
