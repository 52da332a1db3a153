/** What Today shows, from the tables: never more than three things, and what the week holds. */
import {
  type Ask,
  askFields,
  askReplyFields,
  type DiscussionPlan,
  daysBetween,
  isDue,
  isLookedBackOn,
  isToKeep,
  learnedFields,
  learnedOpensOn,
  moveSaid,
  type OfTheWeek,
  type PromiseMade,
  readFields,
  type TodayThings,
  thisWeek,
  todayThings,
  type WithOthers,
} from '@alongside/practice';
import type { StoredRecord, Tables } from '@alongside/vault';
import { useMemo } from 'react';
import { today, todayWhere } from '../../ui/days.ts';
import { useAskedMoves } from '../../ui/moves.ts';
import type { CallToMake } from '../../ui/partners.ts';
import { usePlans } from '../../ui/plans.tsx';
import { useCarriers, useOffered, usePromises } from '../../ui/promises.ts';
import { useProposals } from '../../ui/proposals.ts';
import { useQuietUntil } from '../../ui/single.ts';
import { useTogether } from '../../ui/together.ts';
import { enclosedIn, peopleHere, roundIn } from '../../ui/weighings.ts';
import { useTable, useWorkspace } from '../../ui/workspace.tsx';

/** Looking back is offered for this long after it opens; the ask's page keeps it open for good. */
const offeredFor = 60;

export interface Today {
  readonly things: TodayThings<Ask, PromiseMade>;
  readonly week: readonly OfTheWeek<Ask, PromiseMade, DiscussionPlan>[];
}

export function useThings(call: CallToMake | null): Today {
  const { me, tables } = useWorkspace();
  const rounds = useTable('weighings');
  const enclosed = useTable('enclosed');
  const records = useTable('asks');
  const learned = useTable('learned');
  const replies = useTable('askReplies');
  const evenings = usePlans();
  const promises = usePromises();
  const proposals = useProposals();
  const carriers = useCarriers();
  const offered = useOffered(me);
  const moves = useAskedMoves();
  const here = useHere();
  const quietUntil = useQuietUntil();
  return useMemo(() => {
    const day = today();
    const asks = records.map((record) => readFields(askFields, record));
    const byId = new Map(asks.map((ask) => [ask.id, ask]));
    const proposed = new Set<Ask>();
    const withOthers: WithOthers<Ask>[] = [];
    for (const { proposal, proposer, heard, state } of proposals) {
      const ask = byId.get(proposal.ask ?? '');
      if (!ask || ask.answer !== null) continue;
      const spoke = heard.some(({ member }) => member === me);
      const isMyTurn = proposer !== me && !spoke && state.type !== 'Objected';
      if (isMyTurn || state.type === 'NobodyObjected') proposed.add(ask);
      else withOthers.push({ ask, waitsFor: state.type === 'Objected' ? 'objection' : 'proposal' });
    }
    const unopened = new Set(
      replies
        .map((record) => readFields(askReplyFields, record))
        .flatMap(({ ask, seenOn }) => (ask === null || seenOn !== null ? [] : [ask])),
    );
    const byAsk = Map.groupBy(promises, ({ ask }) => ask);
    const looked = new Map(learned.map((record) => [record.id, readFields(learnedFields, record)]));
    const things = todayThings(
      {
        asks,
        due: promises.filter((promise) => isDue(promise, day)),
        proposed: [...proposed],
        offered: [
          ...offered.map((id) => ({ id })),
          ...promises.filter(({ handTo }) => handTo === me).map(({ id }) => ({ id })),
        ],
        toMove: promises.flatMap((promise) => {
          if (promise.carriedBy !== me || !isToKeep(promise)) return [];
          const carried = { id: promise.id, carriedBy: me };
          const wanted = moves.find(
            ({ move }) =>
              move.carried === promise.id &&
              byId.get(move.ask ?? '')?.answer === null &&
              moveSaid(moves, move.ask ?? '', carried) === 'asked',
          );
          const ask = wanted && byId.get(wanted.move.ask ?? '');
          return ask ? [{ ask, promise }] : [];
        }),
        withoutDay: promises.filter((promise) => isToKeep(promise) && promise.by === null),
        ...envelopesFor({ tables, rounds, enclosed, here }, me, asks, withOthers),
        replied: asks.filter(({ id }) => unopened.has(id)),
        toLookBackOn: asks.filter(
          (ask) =>
            isOpenNow(ask, byAsk.get(ask.id) ?? [], day) && !isLookedBackOn(looked.get(ask.id)),
        ),
        call: call && { partner: call.partner, isHarm: call.reason.type === 'Harm' },
        quietUntil,
        carrierOf: (id) => carriers(id).carriedBy,
        dayThere: todayWhere,
        me,
      },
      day,
    );
    return { things, week: thisWeek(asks, promises.filter(isToKeep), evenings, day) };
  }, [
    records,
    learned,
    replies,
    evenings,
    promises,
    proposals,
    carriers,
    offered,
    quietUntil,
    me,
    tables,
    rounds,
    enclosed,
    moves,
    here,
    call,
  ]);
}

/** Who is here; the same set until somebody comes or goes, however often the server is heard of. */
function useHere(): ReadonlySet<string> | null {
  const now = useTogether()?.now;
  const ids = now && [...peopleHere(now)].sort().join(' ');
  return useMemo(() => (ids === undefined ? null : new Set(ids.split(' '))), [ids]);
}

/** Asks that wait for this person's envelope, and those that wait for the envelopes of others. */
function envelopesFor(
  given: {
    readonly tables: Tables;
    readonly rounds: readonly StoredRecord[];
    readonly enclosed: readonly StoredRecord[];
    readonly here: ReadonlySet<string> | null;
  },
  me: string,
  asks: readonly Ask[],
  proposals: readonly WithOthers<Ask>[],
): { readonly envelopes: readonly Ask[]; readonly withOthers: readonly WithOthers<Ask>[] } {
  const { tables, here } = given;
  if (!here || given.rounds.length === 0) return { envelopes: [], withOthers: proposals };
  const mine = new Set(
    given.enclosed.length === 0
      ? []
      : enclosedIn(tables).flatMap(({ by, weighing }) => (by === me ? [weighing] : [])),
  );
  const open = given.rounds
    .map((record) => roundIn(tables, record, here))
    .filter(({ openedOn }) => !openedOn);
  const weighed = asks.filter(
    ({ id, answer }) => answer === null && open.some((r) => r.ask === id),
  );
  const envelopes = weighed.filter((ask) =>
    open.some((round) => round.ask === ask.id && round.people.includes(me) && !mine.has(round.id)),
  );
  const others = weighed
    .filter((ask) => !envelopes.includes(ask))
    .map((ask) => ({ ask, waitsFor: 'envelopes' as const }));
  return { envelopes, withOthers: [...proposals, ...others] };
}

function isOpenNow(ask: Ask, promised: readonly PromiseMade[], day: string): boolean {
  const opens = learnedOpensOn(ask, promised);
  return opens !== null && opens <= day && daysBetween(opens, day) <= offeredFor;
}
