/**
 * An ask of ours goes out by a link, to nobody in particular: whom we asked is known by who answers. Until then it
 * stands under our own name and is nobody's.
 */
import { folded } from '../../clean.ts';
import type { Ask } from '../tables.ts';
import type { KeptReply } from './tables.ts';

/**
 * The asks with each of ours once for every organization that answered it, under its name, with its last answer and
 * the day of that. An ask of ours that is tied to a partner stays as it is; asks of others all do.
 */
export function asAnswered(
  asks: readonly Ask[],
  replies: readonly Pick<KeptReply, 'id' | 'ask' | 'from' | 'answer' | 'receivedOn'>[],
): Ask[] {
  const repliesTo = Map.groupBy(replies, ({ ask }) => ask);
  return asks.flatMap((ask) => {
    if (ask.direction !== 'we-ask' || ask.partner !== null) return [ask];
    const last = new Map<string, (typeof replies)[number]>();
    for (const reply of repliesTo.get(ask.id) ?? []) {
      const name = folded(reply.from);
      const before = last.get(name);
      if (name !== '' && (before === undefined || isLater(reply, before))) last.set(name, reply);
    }
    return [...last.values()].map(({ from, answer, receivedOn }) => ({
      ...ask,
      from,
      answer,
      answeredOn: receivedOn,
    }));
  });
}

type When = Pick<KeptReply, 'id' | 'receivedOn'>;

function isLater(one: When, other: When): boolean {
  const [on, before] = [one.receivedOn ?? '', other.receivedOn ?? ''];
  return on === before ? one.id > other.id : on > before;
}
