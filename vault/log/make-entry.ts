/** Makes a device's next entry: frame, signature, seal. Everything it says about the log is S's. */

import type { Writable } from '../envelope/cbor-write.ts';
import { plainHash } from '../envelope/contexts.ts';
import { entryId, entryToPlaintext, frameToBytes, signedBytes } from '../envelope/frame.ts';
import { sealWire } from '../envelope/seal.ts';
import { sign } from '../identity/signing.ts';
import type { DeviceKeys, Random, Secret } from '../identity/types.ts';
import { placeBytes } from '../membership/begin.ts';
import type { State } from '../membership/state.ts';
import { bodyToPlain, bodyType } from './body.ts';
import type { Body, Wire } from './types.ts';

export interface Author {
  readonly device: DeviceKeys;
  readonly number: number;
  readonly secret: Secret;
  readonly random: Random;
}

export interface MadeEntry {
  readonly wire: Wire;
  readonly id: Uint8Array;
  /** SHA-256 of the wire: how it is known when it is read back. */
  readonly hash: Uint8Array;
}

/** p for the device's next entry; zeros before genesis. */
export function previousOf(state: State, device: number): Uint8Array {
  return state.last[device] ?? new Uint8Array(32);
}

export async function makeEntry(
  state: State,
  author: Author,
  about: {
    readonly body: Body;
    readonly wraps: Writable | null;
    readonly previous: Uint8Array;
    readonly hlc: number;
  },
): Promise<MadeEntry> {
  const frame = frameToBytes({
    type: bodyType(about.body),
    epoch: state.epoch,
    device: author.number,
    previous: about.previous,
    viewN: state.n,
    viewH: state.tip.slice(0, 16),
    hlc: about.hlc,
    head: about.body.kind === 'chain' ? state.head : null,
    body: bodyToPlain(about.body),
  });
  const sig = await sign(author.device.sign, signedBytes(placeBytes(state), frame));
  const plaintext = entryToPlaintext(frame, sig, about.wraps);
  const wire = await sealWire(plaintext, author.secret, state.stream, author.random);
  return { wire, id: entryId(frame, sig), hash: plainHash(wire) };
}
