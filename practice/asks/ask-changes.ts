/** An ask as changes: each field by itself, so that two people editing two fields both keep their words. */
import { cleanLine } from '../clean.ts';
import type { Change, Plain } from '../stories/record.ts';
import type { DecidedWay } from './kinds.ts';
import type { askFields } from './tables.ts';

export type AskFieldName = keyof typeof askFields;
export type AskValues = { readonly [Name in AskFieldName]?: Plain };

/** Fields that keep their line breaks as written. All others are one line. */
const asWritten: ReadonlySet<string> = new Set(['text', 'reply', 'longView', 'letterText']);

/** Changes that set the given fields of the ask. Lines are cleaned; longer texts are only made well-formed. */
export function askChanges(record: string, values: AskValues): Change[] {
  return Object.entries(values).map(([field, value]) => ({
    table: 'asks',
    record,
    field,
    value: typeof value === 'string' ? fit(field, value) : (value ?? null),
  }));
}

function fit(field: string, text: string): string {
  return asWritten.has(field) ? text.toWellFormed() : cleanLine(text);
}

/** How an answer came about, and what is kept with it. */
export interface Decided {
  readonly how: DecidedWay;
  readonly why?: string;
  readonly rule?: string;
  /** What we do: the reply says it. */
  readonly what?: string;
}

/** Changes that answer the ask on that day. A holding reply is over with it. */
export function answerAsk(record: string, answer: string, on: string, decided?: Decided): Change[] {
  return askChanges(record, {
    answer,
    answeredOn: on,
    holdingUntil: null,
    putOffUntil: null,
    ...(decided && { decidedHow: decided.how }),
    ...(decided?.why && { why: decided.why }),
    ...(decided?.rule && { rule: decided.rule }),
    ...(decided?.what && { contributionWhat: decided.what }),
  });
}
