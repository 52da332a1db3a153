/** What goes of records that are older than their term: the same for who chooses the term and for what lets it go. */
import {
  arrivalFields,
  askFields,
  type Change,
  contactFields,
  contactsToShrink,
  type Day,
  messagesToClear,
  promiseFields,
  readFields,
  type Term,
} from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { coreTeamWrote } from './core-team-wrote.ts';
import type { HasTerm } from './kept-for.ts';

type Here = Pick<KeptWorkspace, 'tables' | 'together'>;

/** The changes that let it go, where it is kept for that long. */
export function whatGoes(here: Here, what: HasTerm, term: Term, day: Day): readonly Change[] {
  if (term === 'always') return [];
  return what === 'contactDays' ? oldDays(here, term, day) : oldMessages(here, term, day);
}

function oldDays({ tables }: Here, term: Term, day: Day): readonly Change[] {
  const all = tables.all('contacts').map((record) => readFields(contactFields, record));
  return contactsToShrink(all, term, day);
}

/** An answer that somebody outside the core team planted ends no ask, and what they joined is not joined. */
function oldMessages({ tables, together }: Here, term: Term, day: Day): readonly Change[] {
  const now = together.get();
  const asks = tables.all('asks').map((record) => {
    const ask = readFields(askFields, record);
    const isOurs = (...fields: string[]) => coreTeamWrote(now, tables, 'asks', ask.id, fields);
    return {
      ...ask,
      answer: isOurs('answer', 'answeredOn') ? ask.answer : null,
      joinedTo: isOurs('joinedTo') ? ask.joinedTo : null,
    };
  });
  const promises = tables.all('promises').map((record) => readFields(promiseFields, record));
  const arrivals = tables.all('arrivals').map((record) => readFields(arrivalFields, record));
  return messagesToClear({ asks, promises, arrivals }, term, day);
}
