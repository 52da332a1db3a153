/** Weighing in envelopes, as changes: begin, write a draft, put it in, open. */
import { cleanLine } from '../../clean.ts';
import type { Day } from '../../day.ts';
import type { Change, Plain } from '../../stories/record.ts';
import type { Envelope, enclosedFields, envelopeFields, weighingFields } from './tables.ts';

/** Begins a weighing of the ask: these people are asked, and `facilitator` opens. */
export function beginWeighing(
  record: string,
  about: {
    readonly ask: string;
    readonly facilitator: string;
    readonly people: readonly string[];
    readonly begunOn: Day;
  },
): Change[] {
  return setFields<typeof weighingFields>('weighings', record, about);
}

export type EnvelopeValues = { readonly [Name in keyof typeof envelopeFields]?: Plain };

/** Sets answers of a draft, or of a later change of mind. */
export function envelopeChanges(record: string, values: EnvelopeValues): Change[] {
  return setFields<typeof envelopeFields>('envelopes', record, values);
}

/** The answers as they go into the envelope: a record of its own, so that the draft never leaves. */
export function enclose(record: string, draft: Envelope): Change[] {
  const { weighing, contribution, contributionWhat, longView, longViewUnknown, members, atRisk } =
    draft;
  return envelopeChanges(record, {
    weighing,
    state: 'closed',
    contribution,
    contributionWhat: cleanLine(contributionWhat),
    longView,
    longViewUnknown,
    members,
    atRisk: cleanLine(atRisk),
  });
}

/** Tells the others that an envelope of this weighing is in: not what is in it. */
export function sayEnclosed(
  record: string,
  about: { readonly weighing: string; readonly envelope: string; readonly on: Day },
): Change[] {
  return setFields<typeof enclosedFields>('enclosed', record, about);
}

/** From now on the answers of this weighing are open. */
export function openWeighing(weighing: string, on: Day): Change[] {
  return setFields<typeof weighingFields>('weighings', weighing, { openedOn: on });
}

/** These envelopes were opened: nobody need open them again. */
export function sayOpened(enclosed: readonly string[], on: Day): Change[] {
  return enclosed.flatMap((record) =>
    setFields<typeof enclosedFields>('enclosed', record, { openedOn: on }),
  );
}

function setFields<Fields extends object>(
  table: string,
  record: string,
  values: { readonly [Name in keyof Fields]?: Plain },
): Change[] {
  return Object.entries(values as Record<string, Plain>).map(([field, value]) => ({
    table,
    record,
    field,
    value: value ?? null,
  }));
}
