/** Where a weighing in envelopes stands: who is asked, whose answers are in, and whether it may open. */
import type { Enclosed, Envelope, WeighingRound } from './tables.ts';

/** That an envelope is in, and whose it is by the signature on it. */
export interface Written {
  readonly weighing: string | null;
  readonly by: string;
}

export interface WhoseTurn {
  readonly isOpened: boolean;
  /** How many are asked and still here, and how many of those have put their answers in. */
  readonly asked: number;
  readonly enclosed: number;
  /** Whether I am asked, and whether mine is in. */
  readonly amAsked: boolean;
  readonly mineIsIn: boolean;
  /** Everybody who is asked and still here has answered, and somebody has. */
  readonly allAreIn: boolean;
  /** Those whose answers are missing. */
  readonly missing: readonly string[];
}

/**
 * A weighing as far as it can be believed, by who wrote each field. Whom it asks and who opens it are for
 * whoever began it to say; that it is opened, for who opens it, and for anybody once that person has left.
 * Otherwise one member could have the answers of others opened early.
 */
export function asBegun(
  round: WeighingRound,
  by: (field: 'ask' | 'facilitator' | 'people' | 'openedOn') => string | null,
  here: ReadonlySet<string>,
): WeighingRound {
  const began = by('ask');
  const isWhole = began !== null && by('facilitator') === began && by('people') === began;
  if (!isWhole) return { ...round, facilitator: null, people: [], openedOn: null };
  const { facilitator } = round;
  const mayOpen = by('openedOn') === facilitator || !here.has(facilitator ?? '');
  return mayOpen ? round : { ...round, openedOn: null };
}

/** `here`: who is in the workspace now. Somebody who has left keeps no envelope closed. */
export function whoseTurn(
  round: WeighingRound,
  enclosed: readonly Written[],
  me: string,
  here: ReadonlySet<string>,
): WhoseTurn {
  const asked = [...new Set(round.people)].filter((member) => here.has(member));
  const answered = new Set(
    enclosed.filter(({ weighing }) => weighing === round.id).map(({ by }) => by),
  );
  const missing = asked.filter((member) => !answered.has(member));
  return {
    isOpened: round.openedOn !== null,
    asked: asked.length,
    enclosed: asked.length - missing.length,
    amAsked: asked.includes(me),
    mineIsIn: answered.has(me),
    allAreIn: missing.length === 0 && answered.size > 0,
    missing,
  };
}

/**
 * The envelopes of a weighing that are still closed and that this person's device can open. `isOf`: whether
 * the envelope can be read, and is of that weighing and by that person.
 */
export function toOpen<
  One extends Pick<Enclosed, 'id' | 'weighing' | 'envelope' | 'openedOn'> & { readonly by: string },
>(
  round: WeighingRound,
  enclosed: readonly One[],
  isOf: (envelope: string, by: string) => boolean,
): One[] {
  return enclosed.filter(
    ({ weighing, envelope, openedOn, by }) =>
      weighing === round.id && openedOn === null && envelope !== null && isOf(envelope, by),
  );
}

export interface SignedEnvelope extends Envelope {
  readonly by: string;
  /** When it was written, milliseconds since 1970 by its writer's clock. */
  readonly at: number;
}

/**
 * The answers that stand after the opening: of each person the latest, drafts never. A change of mind
 * replaces what was in the envelope here, and both are kept.
 */
export function standing(envelopes: readonly SignedEnvelope[], weighing: string): SignedEnvelope[] {
  const latest = new Map<string, SignedEnvelope>();
  for (const envelope of envelopes) {
    if (envelope.weighing !== weighing || envelope.state === 'draft') continue;
    const other = latest.get(envelope.by);
    if (!other || isLater(envelope, other)) latest.set(envelope.by, envelope);
  }
  return [...latest.values()].sort((a, b) => compare(a.by, b.by));
}

/** After the opening comes after before it; then by the clock, then by id so that all see the same. */
function isLater(one: SignedEnvelope, other: SignedEnvelope): boolean {
  const after = Number(one.state === 'after') - Number(other.state === 'after');
  return (after || one.at - other.at || compare(one.id, other.id)) > 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
