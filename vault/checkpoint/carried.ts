/**
 * What a device keeps beside its state and its tables, so that it can read, make and judge
 * checkpoints: bodies that it cannot open, keys that were handed on, circles' folded parts that it
 * carries unread, which circles' content it has, and which checkpoints it heard of. Fed with
 * everything that the log delivers; saved with the snapshot.
 */

import { bytesToText } from '../envelope/bytes.ts';
import type { Delivered, Release, SealedBody } from '../log/types.ts';
import type { State } from '../membership/state.ts';
import type { Audience, CircleId } from '../types.ts';
import type { Part } from './part.ts';
import type { CheckpointEntry } from './reference.ts';

export interface Carried {
  /** Bodies kept sealed, in order: those that this device cannot open, and every capsule. */
  sealed: SealedBody[];
  releases: CarriedRelease[];
  /** The newest folded part of each circle whose content this device does not have. */
  readonly parts: Map<CircleId, Part>;
  /** Circles whose content, all of it, is in this device's tables. */
  readonly open: Set<CircleId>;
  /** Circles whose key is held and whose earlier content is still missing: kept sealed. */
  readonly waiting: Set<CircleId>;
  /** By circle: the position of the last box that was opened here and so is not kept sealed. */
  readonly opened: Map<CircleId, number>;
  /** By circle: the newest generation, where it stands and whose device made it. */
  readonly formed: Map<CircleId, Formed>;
  /** Checkpoints that entries named, oldest first; the latest few. */
  checkpoints: CheckpointSeen[];
}

export interface Formed {
  readonly generation: number;
  readonly position: number;
  readonly by: number;
}

/** A key that opens a capsule, and who was told it. */
export interface CarriedRelease extends Release {
  readonly audience: Audience;
}

export interface CheckpointSeen {
  readonly position: number;
  /** The device that made it. */
  readonly by: number;
  readonly checkpoint: CheckpointEntry;
  /** Devices that said it is right. */
  readonly attestedBy: readonly number[];
}

/** Checkpoints remembered. */
const REMEMBERED = 32;

/**
 * For a device that carries nothing for others yet, or lost what it carried: it has the content of the
 * circles that it is in from their beginning.
 */
export function carriedAtFirst(state: State, device: number): Carried {
  const carried = createCarried();
  reviewCircles(carried, state, device, { position: state.n, by: device });
  return carried;
}

export function createCarried(): Carried {
  return {
    sealed: [],
    releases: [],
    parts: new Map(),
    open: new Set(),
    waiting: new Set(),
    opened: new Map(),
    formed: new Map(),
    checkpoints: [],
  };
}

/** Takes note of one thing that was delivered; `state` as it is at that moment. */
export function carry(carried: Carried, delivered: Delivered, state: State, device: number): void {
  switch (delivered.type) {
    case 'Sealed':
      carried.sealed.push(delivered.sealed);
      return;
    case 'Content':
      carryContent(carried, delivered);
      return;
    case 'Chain':
    case 'Circle':
      reviewCircles(carried, state, device, delivered);
      return;
    case 'Checkpoint': {
      const { position, by, checkpoint } = delivered;
      const seen = [...carried.checkpoints, { position, by, checkpoint, attestedBy: [] }];
      carried.checkpoints = seen.slice(-REMEMBERED);
      return;
    }
    case 'Attest':
      carried.checkpoints = carried.checkpoints.map((seen) => {
        const named = bytesToText(seen.checkpoint.sha256) === bytesToText(delivered.sha256);
        const new_ = named && !seen.attestedBy.includes(delivered.by);
        return new_ ? { ...seen, attestedBy: [...seen.attestedBy, delivered.by] } : seen;
      });
  }
}

/** Whether a circle's bodies are to be kept sealed although the key is held: for `ReplicaStart`. */
export function keepsSealed(carried: Carried): (circle: CircleId) => boolean {
  return (circle) => carried.waiting.has(circle);
}

function carryContent(
  carried: Carried,
  { accepted, capsule, releases }: Extract<Delivered, { type: 'Content' }>,
): void {
  const { audience, position } = accepted;
  if (audience !== 'everyone' && !capsule) carried.opened.set(audience.circle, position);
  for (const release of releases) carried.releases.push({ ...release, audience });
}

/**
 * A circle that this device is in from its first generation on, or from where it begins anew, is
 * open; one that it was taken into later waits for its part.
 */
function reviewCircles(
  carried: Carried,
  state: State,
  device: number,
  { position, by }: { readonly position: number; readonly by: number },
): void {
  for (const { id, holders, generation, begins } of state.membership.circles.values()) {
    if (carried.formed.get(id)?.generation !== generation) {
      carried.formed.set(id, { generation, position, by });
    }
    if (!holders.includes(device)) {
      carried.open.delete(id);
      carried.waiting.delete(id);
    } else if (!carried.open.has(id)) {
      if (generation === begins) carried.open.add(id);
      else carried.waiting.add(id);
    }
  }
}
