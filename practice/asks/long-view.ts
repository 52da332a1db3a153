/**
 * The long view: one living page on a partner or an issue, how we mean to stay with them. Weighing an ask
 * opens it and asks whether it is still true. The page has the id of what it is about.
 */
import { cleanLine } from '../clean.ts';
import type { Day } from '../day.ts';
import { choice, day, type Read, words } from '../fields.ts';
import type { Change, Plain } from '../stories/record.ts';
import { partnerOf } from './decide/standing-rules.ts';

export const longViewFields = {
  about: choice(['partner', 'issue']),
  text: words(),
  /** The day its words last changed. */
  writtenOn: day(),
  /** The day somebody last said that it is still true. */
  stillTrueOn: day(),
};
export type LongView = Read<typeof longViewFields>;

type LongViewValues = { readonly [Name in keyof typeof longViewFields]?: Plain };

/** Changes that write the page in new words, which are true from that day. */
export function writeLongView(
  of: { readonly id: string; readonly about: 'partner' | 'issue' },
  text: string,
  on: Day,
): Change[] {
  return set(of.id, {
    about: of.about,
    text: text.toWellFormed(),
    writtenOn: on,
    stillTrueOn: on,
  });
}

/** Changes that say: still true. */
export function stillTrue(id: string, on: Day): Change[] {
  return set(id, { stillTrueOn: on });
}

/** The day from which its words hold: last said to be true, else last written. */
export function trueSince(view: Pick<LongView, 'writtenOn' | 'stillTrueOn'>): Day | null {
  return (
    [view.writtenOn, view.stillTrueOn]
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null
  );
}

/** The pages that are about the ask, the partner's before the issue's; those without words left out. */
export function longViewsOf<View extends { readonly id: string; readonly text: string }>(
  ask: { readonly partner: string | null; readonly issue: string | null },
  views: readonly View[],
): View[] {
  return [ask.partner, ask.issue].flatMap(
    (id) => views.find((view) => view.id === id && cleanLine(view.text) !== '') ?? [],
  );
}

/**
 * What was written on a partner while an ask of theirs was weighed: the words of the newest such ask. A
 * partner may be written down later than the ask, and is known by the name then. Null where nobody wrote any.
 */
export function longViewWhileWeighing(
  partner: string,
  asks: readonly {
    readonly id: string;
    readonly partner: string | null;
    readonly from: string;
    readonly direction: string;
    readonly longView: string;
    readonly receivedOn: Day | null;
  }[],
  partners: readonly { readonly id: string; readonly name: string }[],
): string | null {
  const newest = asks
    .filter(
      (ask) =>
        ask.direction === 'asked-of-us' &&
        cleanLine(ask.longView) !== '' &&
        partnerOf(ask, partners) === partner,
    )
    .sort((a, b) => (key(a) < key(b) ? 1 : -1))[0];
  return newest ? newest.longView : null;
}

function key({ receivedOn, id }: { readonly receivedOn: Day | null; readonly id: string }) {
  return `${receivedOn ?? ''} ${id}`;
}

function set(record: string, values: LongViewValues): Change[] {
  return Object.entries(values).map(([field, value]) => ({
    table: 'longViews',
    record,
    field,
    value: value ?? null,
  }));
}
