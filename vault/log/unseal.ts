/**
 * Accepted content as it is handed on: opened where this device holds the key. What only some can
 * read never changes a verdict, so a box or a capsule that says nonsense is set aside here, by those
 * who can read it.
 */

import { openBox, plainToBox, type SealPlace } from '../circles/box.ts';
import { capsuleKeyFor, openCapsule, plainToCapsule } from '../circles/capsule.ts';
import { copyOf } from '../envelope/bytes.ts';
import { bytesToPlain } from '../envelope/cbor-read.ts';
import { plainToBytes } from '../envelope/cbor-write.ts';
import type { Keyring } from '../identity/types.ts';
import type { State } from '../membership/state.ts';
import type { Audience, CircleId, MemberId } from '../types.ts';
import { type Ops, plainToOps } from './ops.ts';
import type { Delivered, Entry, Release, SealedBody } from './types.ts';

type Content = Extract<Delivered, { type: 'Content' }>;

interface Where {
  readonly position: number;
  readonly device: number;
  readonly member: MemberId;
  readonly hlc: number;
  readonly id: Uint8Array;
  readonly viewN: number;
}

/** An accepted entry that carries ops, as this device can read it. */
export async function unseal(
  state: State,
  keys: Keyring,
  position: number,
  entry: Entry,
  tickets: readonly number[],
  keepSealed: (circle: CircleId) => boolean = () => false,
): Promise<readonly Delivered[]> {
  const { body, frame, id } = entry;
  const member = state.membership.devices[frame.device]?.member ?? '';
  const { device, hlc, viewN, previous } = frame;
  const where: Where = { position, device, member, hlc, id, viewN };
  const place: SealPlace = { workspace: state.workspace, device, previous };
  if (body.kind === 'plain') return [contentOf(where, 'everyone', body.ops, false, tickets)];
  if (body.kind === 'box') {
    const { circle, generation } = body.box;
    const secret = keepSealed(circle) ? undefined : keys.circle(circle, generation);
    const ops = secret && readOps(await openBox(body.box, secret, place));
    if (ops) return [contentOf(where, { circle }, ops, false, tickets)];
    return [{ type: 'Sealed', sealed: sealedOf(where, entry, 'box', [circle]), tickets }];
  }
  if (body.kind !== 'capsule') return [];
  const circles = body.capsule.to.map(({ circle }) => circle);
  const sealed = sealedOf(where, entry, 'capsule', circles);
  const kept: Delivered = { type: 'Sealed', sealed, tickets };
  if (keepSealed(circles[0] ?? '')) return [kept];
  const release = await releaseOf(sealed, keys, state.workspace);
  const opened = release && (await openReleased(sealed, release, state.workspace));
  return opened ? [kept, opened] : [kept];
}

/** What a box says that was kept sealed, where this device holds its key; else null. */
export async function openSealedBox(
  sealed: SealedBody,
  keys: Keyring,
  workspace: Uint8Array,
): Promise<Content | null> {
  const box = plainToBox(bytesToPlain(sealed.body) ?? null);
  const secret = box && keys.circle(box.circle, box.generation);
  if (!box || !secret) return null;
  const ops = readOps(await openBox(box, secret, placeOfSealed(sealed, workspace)));
  return ops && contentOf(sealed, { circle: box.circle }, ops, false, []);
}

/** The key that opens a capsule which was sealed to a circle of ours: to read it, or to hand it on. */
export async function releaseOf(
  sealed: SealedBody,
  keys: Keyring,
  workspace: Uint8Array,
): Promise<Release | null> {
  const capsule = plainToCapsule(bytesToPlain(sealed.body) ?? null);
  for (const to of capsule?.to ?? []) {
    const secret = keys.circle(to.circle, to.generation);
    const key = secret && (await capsuleKeyFor(to, secret, placeOfSealed(sealed, workspace)));
    if (key) return { entry: sealed.id, key };
  }
  return null;
}

/** What a capsule says, for whoever has its key; null where the key is not this capsule's. */
export async function openReleased(
  sealed: SealedBody,
  release: Release,
  workspace: Uint8Array,
): Promise<Content | null> {
  const capsule = plainToCapsule(bytesToPlain(sealed.body) ?? null);
  if (capsule === null) return null;
  const place = placeOfSealed(sealed, workspace);
  const ops = readOps(await openCapsule(capsule, release.key, place));
  const circle = capsule.to[0]?.circle;
  if (ops === null || circle === undefined) return null;
  return contentOf(sealed, { circle }, ops, true, []);
}

function contentOf(
  where: Where,
  audience: Audience,
  { runs, releases }: Ops,
  capsule: boolean,
  tickets: readonly number[],
): Content {
  const { position, device, member, hlc, id, viewN } = where;
  const right = runs.filter(({ seen }) => seen <= viewN);
  const accepted = { position, device, member, hlc, audience, runs: right };
  const setAside = runs.length - right.length;
  return { type: 'Content', id, accepted, releases, setAside, capsule, tickets };
}

function sealedOf(
  where: Where,
  entry: Entry,
  kind: 'box' | 'capsule',
  circles: readonly CircleId[],
): SealedBody {
  const { previous, body } = entry.frame;
  return { ...where, circles, kind, previous, body: plainToBytes(body) };
}

function placeOfSealed({ device, previous }: SealedBody, workspace: Uint8Array): SealPlace {
  return { workspace, device, previous: copyOf(previous) };
}

function readOps(plain: Parameters<typeof plainToOps>[0] | null): Ops | null {
  return plain === null ? null : plainToOps(plain);
}
