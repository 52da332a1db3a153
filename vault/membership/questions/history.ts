/**
 * Who came, went, and changed what, and by whom, out of the chain: for the list of people with since
 * when, for notices, and for what is handed over when somebody goes.
 */

import { millisecondsOf } from '../../log/hlc.ts';
import { turnover } from '../../log/turnover.ts';
import type { Turnover } from '../../log/types.ts';
import type { MemberId } from '../../types.ts';
import { replayChain } from '../replay-chain.ts';
import type { State } from '../state.ts';

export interface ChainEvent {
  /** The chain entry's type: `admit`, `remove`, `addDevice`, … */
  readonly change: string;
  /** By its author's clock, ms since 1970. */
  readonly at: number;
  /** The device that wrote it, and whose it is. */
  readonly by: number;
  readonly member: MemberId;
  readonly began: Turnover;
  readonly ended: Turnover;
}

/** Every chain entry as an event, oldest first. */
export function historyOf({ workspace, chain }: Pick<State, 'workspace' | 'chain'>): ChainEvent[] {
  const events: ChainEvent[] = [];
  for (const step of replayChain(workspace, chain)) {
    if (step === null) break;
    const { change, frame, before, after } = step;
    events.push({
      change: change.name,
      at: millisecondsOf(frame.hlc),
      by: frame.device,
      member: after.devices[frame.device]?.member ?? '',
      ...turnover(before, after),
    });
  }
  return events;
}

/** People who are gone, each with the event that ended them: whose records somebody must take over. */
export function peopleWhoWent(
  state: Pick<State, 'workspace' | 'chain' | 'membership'>,
): readonly { readonly member: MemberId; readonly event: ChainEvent }[] {
  const events = historyOf(state);
  return [...state.membership.members.values()].flatMap(({ id, active }) => {
    const event = events.findLast(({ ended }) => ended.members.includes(id));
    return active || event === undefined ? [] : [{ member: id, event }];
  });
}
