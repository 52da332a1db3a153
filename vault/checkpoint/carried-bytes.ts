/** What a device carries as bytes, for its snapshot. */

import { bytesToPlain, type Plain } from '../envelope/cbor-read.ts';
import { plainToBytes } from '../envelope/cbor-write.ts';
import type { CircleId } from '../types.ts';
import type { Carried, CarriedRelease, CheckpointSeen, Formed } from './carried.ts';
import type { Part } from './part.ts';

export function carriedToBytes(carried: Carried): Uint8Array<ArrayBuffer> {
  return plainToBytes([
    carried.sealed.map((body) => ({ ...body })),
    carried.releases.map((release) => ({ ...release })),
    [...carried.parts.values()].map((part) => ({ ...part })),
    [...carried.open],
    [...carried.waiting],
    [...carried.opened],
    [...carried.formed].map(([circle, formed]) => [circle, { ...formed }]),
    carried.checkpoints.map(({ checkpoint, ...seen }) => ({
      ...seen,
      checkpoint: { ...checkpoint },
    })),
  ]);
}

/** From bytes that this device sealed itself; null where they are not such bytes. */
export function bytesToCarried(bytes: Uint8Array): Carried | null {
  const plain = bytesToPlain(bytes);
  if (!Array.isArray(plain) || plain.length !== 8) return null;
  const [sealed, releases, parts, open, waiting, opened, formed, checkpoints] = plain.map(listOf);
  const byCircle = (parts ?? []) as unknown as readonly Part[];
  return {
    sealed: sealed as unknown as Carried['sealed'],
    releases: releases as unknown as CarriedRelease[],
    parts: new Map(byCircle.map((part) => [part.circle, part])),
    open: new Set(open as readonly CircleId[]),
    waiting: new Set(waiting as readonly CircleId[]),
    opened: new Map(opened as unknown as readonly [CircleId, number][]),
    formed: new Map(formed as unknown as readonly [CircleId, Formed][]),
    checkpoints: checkpoints as unknown as CheckpointSeen[],
  };
}

function listOf(plain: Plain): Plain[] {
  return Array.isArray(plain) ? [...(plain as readonly Plain[])] : [];
}
