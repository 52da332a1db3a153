/**
 * A proposed answer, and where it stands. *A second*: another person agrees; a proposer is never their own
 * second. *By consent*: it holds once nobody has objected until the end of a day. An objection is a
 * sentence; whoever wrote it can take it back by agreeing. What each person said last counts.
 */
import type { Day } from '../../day.ts';
import type { Proposal } from './tables.ts';

/** What a person here said, as the log knows it: who, and when by their clock. */
export interface Heard {
  readonly id: string;
  readonly member: string;
  readonly response: string | null;
  readonly why: string;
  readonly at: number;
}

export type ProposalState =
  | { readonly type: 'TakenBack' }
  | { readonly type: 'Objected'; readonly objections: readonly Heard[] }
  | { readonly type: 'Agreed'; readonly by: readonly string[] }
  | { readonly type: 'NeedsSecond' }
  /** By consent: objections are heard until the end of the day. */
  | { readonly type: 'Open'; readonly until: Day | null }
  | { readonly type: 'NobodyObjected' };

/** Where the proposal stands on that day. The same for everyone who knows the same, in any order. */
export function proposalState(
  proposal: Pick<Proposal, 'way' | 'until' | 'takenBack'>,
  proposer: string,
  heard: readonly Heard[],
  today: Day,
): ProposalState {
  if (proposal.takenBack) return { type: 'TakenBack' };
  const last = lastOfEach(heard);
  const objections = last.filter(({ response }) => response === 'objects');
  if (objections.length > 0) return { type: 'Objected', objections };
  if (proposal.way === 'consent') {
    const isOver = proposal.until !== null && proposal.until < today;
    return isOver ? { type: 'NobodyObjected' } : { type: 'Open', until: proposal.until };
  }
  const by = last
    .filter(({ response, member }) => response === 'agrees' && member !== proposer)
    .map(({ member }) => member);
  return by.length > 0 ? { type: 'Agreed', by } : { type: 'NeedsSecond' };
}

export interface OwnSecond {
  readonly type: 'OwnSecond';
}

/** Why this person cannot be the second, or null where they can. */
export function secondRefusal(proposer: string, me: string): OwnSecond | null {
  return proposer === me ? { type: 'OwnSecond' } : null;
}

/** What each person said last, by when they said it. */
export function lastOfEach(heard: readonly Heard[]): Heard[] {
  const last = new Map<string, Heard>();
  for (const each of [...heard].sort(byTime)) last.set(each.member, each);
  return [...last.values()].sort(byTime);
}

function byTime(a: Heard, b: Heard): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
