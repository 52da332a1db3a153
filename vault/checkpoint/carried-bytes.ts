/** What a device carries beside its tables, as bytes for its own snapshot. */
import { bytesToPlain, type Plain } from '../envelope/cbor-read.ts';
import { plainToBytes, type Writable } from '../envelope/cbor-write.ts';
import type { SealedBody } from '../log/types.ts';
import type { State } from '../membership/state.ts';
import {
  type Carried,
  type CarriedRelease,
  type CheckpointSeen,
  createCarried,
  reviewCircles,
} from './carried.ts';
import type { Part } from './part.ts';

type PlainMap = { readonly [key: string]: Plain };

export function carriedToBytes(carried: Carried): Uint8Array<ArrayBuffer> {
  const { sealed, releases, parts, open, waiting, opened, checkpoints } = carried;
  const plain = (items: readonly object[]) => items as unknown as readonly Writable[];
  return plainToBytes({
    sealed: plain(sealed.map((body) => ({ ...body }))),
    releases: plain(
      releases.map(({ audience, ...release }) => ({
        ...release,
        circle: audience === 'everyone' ? null : audience.circle,
      })),
    ),
    parts: plain([...parts.values()].map((part) => ({ ...part }))),
    open: [...open],
    waiting: [...waiting],
    opened: [...opened],
    checkpoints: plain(
      checkpoints.map(({ checkpoint, ...seen }) => ({ ...seen, checkpoint: { ...checkpoint } })),
    ),
  });
}

/**
 * From bytes that this device sealed itself. Where there are none, it carries nothing for others, and
 * has the content of every circle that it is in from its beginning.
 */
export function bytesToCarried(
  bytes: Uint8Array | undefined,
  state: State,
  device: number,
): Carried {
  const carried = createCarried();
  const plain = bytes && (bytesToPlain(bytes) as PlainMap | undefined);
  if (!plain || Array.isArray(plain)) {
    reviewCircles(carried, state, device);
    return carried;
  }
  const list = <Item>(value: Plain | undefined) => (value ?? []) as unknown as readonly Item[];
  carried.sealed = [...list<SealedBody>(plain.sealed)];
  carried.releases = list<Omit<CarriedRelease, 'audience'> & { circle: string | null }>(
    plain.releases,
  ).map(({ circle, ...release }) => ({
    ...release,
    audience: circle === null ? 'everyone' : { circle },
  }));
  for (const part of list<Part>(plain.parts)) carried.parts.set(part.circle, part);
  for (const id of list<string>(plain.open)) carried.open.add(id);
  for (const id of list<string>(plain.waiting)) carried.waiting.add(id);
  for (const [id, position] of list<readonly [string, number]>(plain.opened)) {
    carried.opened.set(id, position);
  }
  carried.checkpoints = [...list<CheckpointSeen>(plain.checkpoints)];
  return carried;
}
