/**
 * What passed, laid out by partner once, so that a list of thousands of partners is read in one pass and not
 * once for each of them.
 */
import type { PromiseMade } from '../asks/promises/tables.ts';
import type { Ask } from '../asks/tables.ts';
import { folded } from '../clean.ts';
import type { Passings } from './between-us.ts';
import type { Contact } from './tables.ts';

/**
 * Gives, for a partner's ids and name, everything that `betweenUs` could find of theirs, and little else: the two
 * together say the same as `betweenUs` does with all. Contacts are many, and are asked for by the partner's id as
 * tables keep them.
 */
export function passingsByPartner(
  all: Omit<Passings, 'contacts'>,
  contactsOf: (partner: string) => readonly Contact[],
): (ids: readonly string[], name: string) => Passings {
  const asksOf = Map.groupBy(all.asks, ({ partner }) => partner);
  const asksNaming = Map.groupBy(all.asks, ({ from }) => folded(from));
  const promisesOf = Map.groupBy(all.promises, ({ ask }) => ask);
  const conversationsOf = Map.groupBy(all.conversations, ({ partner }) => partner);
  return (ids, name) => {
    const asks = new Set<Ask>(ids.flatMap((id) => asksOf.get(id) ?? []));
    if (name !== '') for (const ask of asksNaming.get(folded(name)) ?? []) asks.add(ask);
    const promises: PromiseMade[] = [...asks].flatMap(({ id }) => promisesOf.get(id) ?? []);
    return {
      asks: [...asks],
      promises,
      contacts: ids.flatMap(contactsOf),
      conversations: ids.flatMap((id) => conversationsOf.get(id) ?? []),
    };
  };
}
