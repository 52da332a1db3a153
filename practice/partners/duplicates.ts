/**
 * Partners and people that may have been written down twice, and making one of them. Only proposed:
 * a person decides, and can part them again. Work grows with the number of records, not its square.
 */
import { folded } from '../clean.ts';
import type { Change, Fields, Plain } from '../stories/record.ts';
import { nameKey, reachKey } from './alike.ts';
import type { Person, Role } from './tables.ts';

export interface MaybeTwice {
  /** The record that would stay, and the one that would step back. */
  readonly keep: string;
  readonly other: string;
  readonly because: 'SameName' | 'AlmostSameName' | 'SameReach' | 'SameNameAndPlace';
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Pairs of partners by the same or almost the same name. */
export function twicePartners(
  partners: readonly Named[],
  areTwo: (a: string, b: string) => boolean,
): readonly MaybeTwice[] {
  return pairs(
    partners.filter(({ name }) => name.trim() !== ''),
    ({ name }) => [nameKey(name)],
    (a, b) => (folded(a.name) === folded(b.name) ? 'SameName' : 'AlmostSameName'),
    areTwo,
  );
}

/**
 * Pairs of people by the same way to reach them, or the same name in the same organization. The same
 * name alone is no reason, and neither is an address that several names share.
 */
export function twicePeople(
  people: readonly Person[],
  roles: readonly Role[],
  areTwo: (a: string, b: string) => boolean,
): readonly MaybeTwice[] {
  const places = new Map<string, string[]>();
  for (const { person, partner } of roles) {
    if (person !== null && partner !== null) {
      places.set(person, [...(places.get(person) ?? []), partner]);
    }
  }
  return pairs(
    people,
    ({ id, name, reach }) => {
      const key = nameKey(name);
      if (key === '') return [];
      const way = reachKey(reach);
      return [
        ...(way === '' ? [] : [`reach ${key} ${way}`]),
        ...(places.get(id) ?? []).map((place) => `place ${key} ${place}`),
      ];
    },
    (_a, _b, key) => (key.startsWith('reach ') ? 'SameReach' : 'SameNameAndPlace'),
    areTwo,
  );
}

/**
 * Makes two records one: `other` steps back behind `keep`, and what `keep` has left empty is filled
 * from it. Everything that points at either is found under `keep` from now on (`same.ts`).
 */
export function mergeTwo(table: 'partners' | 'people', keep: Fields, other: Fields): Change[] {
  const fields = table === 'partners' ? ['movement', 'part', 'carriedBy'] : ['reach'];
  const filled = fields.flatMap((field) => {
    const [mine, theirs] = [keep[field], other[field]];
    const isEmpty = mine === undefined || mine === null || mine === '';
    return isEmpty && theirs !== undefined && theirs !== null && theirs !== ''
      ? [{ table, record: keep.id, field, value: theirs as Plain }]
      : [];
  });
  return [...filled, { table, record: other.id, field: 'sameAs', value: keep.id }];
}

/** Says that two records are two, so that nobody is asked again. */
export function sayTwo(table: 'partners' | 'people', a: string, b: string): Change[] {
  return [{ table, record: a, field: twoField(b), value: true }];
}

/** The field in which a record says that another one is not the same. */
export function twoField(other: string): string {
  return `notSame:${other}`;
}

function pairs<Record extends { readonly id: string }>(
  records: readonly Record[],
  keysOf: (record: Record) => readonly string[],
  because: (a: Record, b: Record, key: string) => MaybeTwice['because'],
  areTwo: (a: string, b: string) => boolean,
): readonly MaybeTwice[] {
  const byKey = new Map<string, Record[]>();
  for (const record of [...records].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const key of keysOf(record)) {
      const same = byKey.get(key);
      if (same) same.push(record);
      else byKey.set(key, [record]);
    }
  }
  const found = new Map<string, MaybeTwice>();
  for (const key of [...byKey.keys()].sort().reverse()) {
    const [keep, ...others] = byKey.get(key) ?? [];
    for (const other of others) {
      if (!keep || keep.id === other.id) continue;
      const pair = `${keep.id} ${other.id}`;
      if (found.has(pair) || areTwo(keep.id, other.id) || areTwo(other.id, keep.id)) continue;
      found.set(pair, { keep: keep.id, other: other.id, because: because(keep, other, key) });
    }
  }
  return [...found.values()].sort((a, b) =>
    `${a.keep} ${a.other}` < `${b.keep} ${b.other}` ? -1 : 1,
  );
}
