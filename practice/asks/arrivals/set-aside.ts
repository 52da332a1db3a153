/**
 * A message that is set aside as a threat, as changes. Its words move to a record for the people named, and go from
 * everyone else; since devices that were away may write them again, they are taken wherever they stand.
 */
import type { Day } from '../../day.ts';
import { type Change, setFields } from '../../stories/record.ts';
import type { Ask } from '../tables.ts';
import type { Arrival, SetAside } from './tables.ts';
import { arrivalChanges } from './take-in.ts';
import { fieldsOfWhole, wholeOf } from './whole.ts';

export interface SettingAside {
  /** For the people named: the message and its time. To be written first. */
  readonly kept: readonly Change[];
  /** For everyone else: the words are gone. */
  readonly cleared: readonly Change[];
}

/** Sets the message aside under the id `record`. `stored` is the ask as it is stored, with all its fields. */
export function setAside(
  record: string,
  ask: Pick<Ask, 'id' | 'text' | 'from' | 'what'>,
  arrival: Pick<Arrival, 'cameAt' | 'reach' | 'checkedHow'>,
  stored: { readonly [field: string]: unknown },
  on: Day,
): SettingAside {
  const values = {
    ask: ask.id,
    message: ask.text,
    from: ask.from,
    what: ask.what,
    cameAt: arrival.cameAt,
    setAsideOn: on,
    whole: wholeOf(stored, arrival),
  };
  return {
    kept: setFields('setAside', record, values),
    cleared: [
      ...clearedAsk(stored, ask.id),
      ...arrivalChanges(ask.id, { reach: '', checkedHow: '', setAsideOn: on }),
    ],
  };
}

/** Every field of the ask is emptied, not only hidden, and the ask is gone. */
function clearedAsk(stored: { readonly [field: string]: unknown }, ask: string): Change[] {
  const fields = Object.keys(stored).filter((field) => field !== 'id' && field !== 'deleted');
  return [
    ...fields.map((field) => ({ table: 'asks', record: ask, field, value: null })),
    { table: 'asks', record: ask, field: 'deleted', value: true },
  ];
}

/**
 * What a device that was away has written again of messages that were set aside: emptied again. None
 * where nothing of them stands.
 */
export function clearedAgain(
  arrivals: readonly Pick<Arrival, 'id' | 'setAsideOn' | 'reach' | 'checkedHow'>[],
  askOf: (id: string) => { readonly [field: string]: unknown } | undefined,
): Change[] {
  return arrivals
    .filter(({ setAsideOn }) => setAsideOn !== null)
    .flatMap(({ id, reach, checkedHow }) => {
      const stored = askOf(id);
      return [
        ...(stored ? clearedAsk(stored, id) : []),
        ...(reach + checkedHow === '' ? [] : arrivalChanges(id, { reach: '', checkedHow: '' })),
      ];
    });
}

/**
 * It is no threat: an ask again, with all that stood in it. `came` where nobody knows when it did. None where
 * the ask that it names was not set aside, or stands: whoever wrote this record, nothing is written over an
 * ask. `get` gives a record as it is shown.
 */
export function putBack(
  one: SetAside,
  came: Day,
  get: (table: string, id: string) => { readonly [field: string]: unknown } | undefined,
): Change[] {
  const { ask, message: text, from, what } = one;
  if (ask === null || get('asks', ask) !== undefined) return [];
  if (typeof get('arrivals', ask)?.setAsideOn !== 'string') return [];
  const { asks, arrival } = fieldsOfWhole(one.whole);
  const fields = { text, from, what, receivedOn: came, ...asks };
  return [
    ...setFields('asks', ask, fields),
    { table: 'asks', record: ask, field: 'deleted', value: false },
    ...arrivalChanges(ask, { ...arrival, setAsideOn: null }),
  ];
}
