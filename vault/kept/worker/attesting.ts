/**
 * Says unasked whether others' checkpoints are right, so that who begins with one need not believe its
 * maker alone: fetches the very bytes, loads them beside what is here and compares. Minutes after a
 * checkpoint was heard of, each device after a while of its own, so that nobody waits for it and two or
 * three do it rather than all; at most one a round. What was found wrong is not looked at again.
 *
 * Only the whole workspace's: what a circle said before somebody came into it they know from its
 * checkpoint alone.
 */
import type { Carried, CheckpointSeen } from '../../checkpoint/carried.ts';
import { attestationsDue } from '../../checkpoint/due.ts';
import { bytesToText } from '../../envelope/bytes.ts';
import type { Block } from '../../fold/columns/snapshot.ts';
import type { Children } from '../../log/children.ts';
import type { Replica } from '../../log/types.ts';
import { type Judged, openJudged } from './judged.ts';
import type { SessionContext } from './session-types.ts';

export interface Attesting {
  /** In how many milliseconds a checkpoint is to be looked at, or null. */
  dueIn(): number | null;
  /** Looks at the one whose time has come. The place is this tab's, and it has read to the end. */
  lookIfDue(children: Children): Promise<void>;
}

export interface AttestingParts {
  readonly context: SessionContext;
  readonly replica: Replica;
  readonly carried: Carried;
  /** The folded state as it stands now. */
  readonly blocks: () => Promise<readonly Block[]>;
}

/** From hearing of a checkpoint until it is looked at, and by how much more devices differ. */
const LEAST = 20_000;
const SPREAD = 240_000;
/** Until one that could not be fetched is tried again. */
const AGAIN = 600_000;
/** Nobody begins with older ones any more. */
const NEWEST = 3;

export function createAttesting(parts: AttestingParts): Attesting {
  const { context, replica, carried } = parts;
  const { resting, clock } = context;
  const { state, device } = replica;
  /** When each is to be looked at, by its hash. */
  const dueAt = new Map<string, number>();
  let judged: Judged | undefined;

  function due(): readonly CheckpointSeen[] {
    // Who writes while a rotation is owed makes the key: nothing that a person waits for.
    if (state.membership.rotationOwed || carried.checkpoints.length === 0) return [];
    return attestationsDue(state, carried, device)
      .filter(({ checkpoint }) => checkpoint.circle === null)
      .filter(({ checkpoint }) => judged?.has(checkpoint.sha256) !== true)
      .slice(-NEWEST);
  }

  function timeOf({ checkpoint: { sha256 } }: CheckpointSeen): number {
    const hash = bytesToText(sha256);
    const known = dueAt.get(hash);
    // A clock that was set back meanwhile puts nothing off for years.
    if (known !== undefined && known <= clock() + AGAIN) return known;
    const at = clock() + LEAST + ((resting.random(1)[0] ?? 0) / 256) * SPREAD;
    dueAt.set(hash, at);
    return at;
  }

  return {
    dueIn() {
      const times = due().map(timeOf);
      return times.length === 0 ? null : Math.max(0, Math.min(...times) - clock());
    },
    async lookIfDue(children) {
      const now = clock();
      if (!due().some((seen) => timeOf(seen) <= now)) return;
      judged ??= await openJudged(resting);
      const seen = due().find((one) => timeOf(one) <= now);
      if (!seen) return;
      const { sha256 } = seen.checkpoint;
      dueAt.set(bytesToText(sha256), now + AGAIN);
      const { judgeCheckpoint } = await import('./judge-checkpoint.ts');
      const found = await judgeCheckpoint(parts, seen.checkpoint, children);
      if (found === 'right') await replica.announce({ kind: 'attest', sha256 });
      else if (found === 'not right') await judged.add(sha256);
    },
  };
}
