/**
 * Places in a list that several people edit at once. Each item carries a key of small letters and
 * digits; sorting by key, then by id, gives the same list everywhere. A key between two keys always
 * exists, so that putting in or moving one item writes that item alone.
 */

const digits = '0123456789abcdefghijklmnopqrstuvwxyz';

export interface Ordered {
  readonly id: string;
  readonly order: string;
}

/** Sorts by place: the same everywhere, whatever order the items arrived in. */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** What a key looks like. It never ends in 0, so that there is always room before it. */
export const keyForm = /^[0-9a-z]*[1-9a-z]$/;

/** A key after `low` and before `high`, which are keys with `low` first; null means the start or the end. */
export function keyBetween(low: string | null, high: string | null): string {
  if (low !== null && high !== null && low >= high) throw new Error('keys must be in order');
  let key = '';
  for (let at = 0; ; at++) {
    const floor = low === null ? 0 : digits.indexOf(low[at] ?? '0');
    const ceiling = high === null ? digits.length : digits.indexOf(high[at] ?? '0');
    if (ceiling - floor > 1) return key + digits[(floor + ceiling) >> 1];
    key += digits[floor];
    // Once below `high` at one digit, everything longer stays below it.
    if (ceiling !== floor) high = null;
  }
}

/** Keys for a list written for the first time, all of one length. */
export function firstKeys(count: number): string[] {
  const width = Math.max(1, Math.ceil(Math.log(count + 1) / Math.log(digits.length)));
  return Array.from({ length: count }, (_, at) => `${at.toString(36).padStart(width, '0')}i`);
}

/**
 * The keys to write so that `id` stands at `index` of the list without it. Where two people put in
 * an item at the same place their keys are equal, and those that follow are moved as far as needed.
 */
export function placeAt(list: readonly Ordered[], index: number, id: string): Ordered[] {
  const others = list.filter((item) => item.id !== id);
  const at = Math.max(0, Math.min(index, others.length));
  const low = others[at - 1]?.order ?? null;
  let end = at;
  while (low !== null && (others[end]?.order ?? '~') <= low) end++;
  const high = others[end]?.order ?? null;
  const written: Ordered[] = [];
  let last = low;
  for (const moved of [id, ...others.slice(at, end).map((item) => item.id)]) {
    last = keyBetween(last, high);
    written.push({ id: moved, order: last });
  }
  return written;
}
