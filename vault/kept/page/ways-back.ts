/** What this person's own records say of helping others back: shares in their keeping, ways that are open. */
import type { Tables } from '../../fold/tables.ts';
import type { TogetherState, WayBack } from '../people-types.ts';
import { RETURNS_TABLE, SHARES_TABLE } from '../recovery-tables.ts';

export function sharesIn(tables: Tables): readonly Uint8Array[] {
  return tables
    .all(SHARES_TABLE)
    .map(({ share }) => share)
    .filter((share) => share instanceof Uint8Array);
}

/** Ways that have not run out, for people who are here, the newest first. Records may say anything. */
export function waysIn(
  tables: Tables,
  { people }: Pick<TogetherState, 'people'>,
  now: number,
): readonly WayBack[] {
  return tables
    .all(RETURNS_TABLE)
    .flatMap(({ member, link, until, by }) => {
      if (typeof link !== 'string' || typeof until !== 'number' || until <= now) return [];
      const isHere = people.some(({ id, active }) => active && id === member);
      if (typeof member !== 'string' || typeof by !== 'string' || !isHere) return [];
      return [{ member, fragment: link, until, by }];
    })
    .sort((a, b) => b.until - a.until);
}
