/**
 * Closed envelopes in the worker: whom one can be sealed to, and the keys that open those of given
 * records to others. The bodies themselves are `circles/capsule.ts`.
 */
import type { Carried } from '../../checkpoint/carried.ts';
import { onlyMeCircle } from '../../circles/well-known.ts';
import type { Release, Replica, SealedBody } from '../../log/types.ts';
import { openReleased, releaseOf } from '../../log/unseal.ts';
import type { CircleId, MemberId, RecordId } from '../../types.ts';
import type { ReaderNotReady } from '../envelope-types.ts';

export interface Envelopes {
  /** Refuses where one of these people has no circle of one yet: their device makes it when it is first here. */
  canSealFor(readers: readonly MemberId[]): ReaderNotReady | undefined;
  /** The circles of one of these people, one's own first: it is the audience that the page shows. */
  circlesOf(readers: readonly MemberId[]): readonly CircleId[];
  /** What opens the envelopes in which these records stand, as far as this device can open them. */
  releasesFor(table: string, records: readonly RecordId[]): Promise<readonly Release[]>;
}

export function createEnvelopes(replica: Replica, carried: Carried): Envelopes {
  const { state, keys } = replica;

  const circleOf = (member: MemberId) => onlyMeCircle(state.workspace, member);

  async function standsIn(sealed: SealedBody, table: string, records: ReadonlySet<RecordId>) {
    const release = await releaseOf(sealed, keys, state.workspace);
    const content = release && (await openReleased(sealed, release, state.workspace));
    const ops = content?.accepted.runs.flatMap((run) => run.ops) ?? [];
    return release && ops.some((op) => op.table === table && records.has(op.record))
      ? release
      : null;
  }

  return {
    canSealFor(readers) {
      const member = readers.find((reader) => !state.membership.circles.has(circleOf(reader)));
      return member === undefined ? undefined : { type: 'ReaderNotReady', member };
    },
    circlesOf: (readers) => [...new Set([replica.member, ...readers].map(circleOf))],
    async releasesFor(table, records) {
      const wanted = new Set(records);
      const capsules = carried.sealed.filter(({ kind }) => kind === 'capsule');
      const found = await Promise.all(capsules.map((sealed) => standsIn(sealed, table, wanted)));
      return found.filter((release) => release !== null);
    },
  };
}
