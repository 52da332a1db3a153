/**
 * *A weighing that members answer by a link*: what its page says, and what a member answers without
 * entering the workspace and without a name.
 */
import * as v from 'valibot';
import type { Plain } from '../../stories/record.ts';
import { contributionSteps } from '../kinds.ts';
import { line, text } from './words.ts';

/** Would they take part? */
export const takingPart = ['would', 'maybe', 'would-not'] as const;
export type TakingPart = (typeof takingPart)[number];

const notice = v.object({
  page: v.literal('weigh'),
  us: line(),
  /** What is asked of us, in words that we chose for members. */
  what: line(),
  more: text(),
});

export type WeighNotice = v.InferOutput<typeof notice>;

export function weighNotice(given: Omit<WeighNotice, 'page'>): { readonly [field: string]: Plain } {
  return { page: 'weigh', ...given };
}

/** Null where it is no such notice. */
export function readWeighNotice(says: unknown): WeighNotice | null {
  const read = v.safeParse(notice, says);
  return read.success ? read.output : null;
}

const reply = v.object({
  takesPart: v.picklist(takingPart),
  contribution: v.fallback(v.nullable(v.picklist(contributionSteps)), null),
  note: line(),
  /** Could anyone be put at risk? One line. */
  atRisk: line(),
  /** Drawn by the page where it is answered: an answer changed there has the same, and a higher turn. */
  drawn: line(),
  turn: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)), 0),
});

export type WeighReply = v.InferOutput<typeof reply>;

export function weighReply(given: WeighReply): { readonly [field: string]: Plain } {
  return { ...given };
}

/** Null where it does not say whether they would take part. */
export function readWeighReply(says: unknown): WeighReply | null {
  const read = v.safeParse(reply, says);
  return read.success ? read.output : null;
}
