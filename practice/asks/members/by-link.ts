/**
 * A weighing that members answer by a link: its page and what came back, as changes, and as a spread. Fewer
 * than three answers are only counted: two people who know of each other's answer could read it off.
 */
import { cleanLine } from '../../clean.ts';
import { type Day, daysAfter } from '../../day.ts';
import { type Change, setFields } from '../../stories/record.ts';
import { eachOnce, type Spread, spreadOf } from '../envelopes/spread.ts';
import { type ContributionStep, contributionSteps } from '../kinds.ts';
import { furthestDay } from '../public/last-day.ts';
import { readWeighReply, type TakingPart, takingPart, weighNotice } from '../public/weigh-page.ts';
import type { MemberAnswer, MemberPage } from './tables.ts';

/** As many have to answer before anything but their number is shown. */
export const shownFrom = 3;

/** Days that the page takes answers, where the ask has no day by which they are needed. */
const usualDays = 7;

export type MemberPageWords = Pick<MemberPage, 'us' | 'what' | 'more'>;

export type MemberPageRefused =
  | { readonly type: 'WhatMissing' }
  | { readonly type: 'DayMissing' }
  | { readonly type: 'DayIsPast' }
  | { readonly type: 'DayTooFar' };

/** What stands in the way of making it: it needs to say what is asked, and a day within a year. */
export function whatIsWrongWithMemberPage(
  page: MemberPageWords & { readonly until: Day | null },
  today: Day,
): readonly MemberPageRefused[] {
  const wrong: MemberPageRefused[] = [];
  if (cleanLine(page.what) === '') wrong.push({ type: 'WhatMissing' });
  if (page.until === null) wrong.push({ type: 'DayMissing' });
  else if (page.until < today) wrong.push({ type: 'DayIsPast' });
  else if (page.until > furthestDay(today)) wrong.push({ type: 'DayTooFar' });
  return wrong;
}

/** The day by which our answer is needed, else a week from now. */
export function memberPageEnds(ask: { readonly by: Day | null }, today: Day): Day {
  const isUsable = ask.by !== null && ask.by >= today && ask.by <= furthestDay(today);
  return isUsable ? ask.by : daysAfter(today, usualDays);
}

type BytesChange = Omit<Change, 'value'> & { readonly value: Change['value'] | Uint8Array };

export function writeMemberPage(
  record: string,
  page: MemberPageWords &
    Pick<MemberPage, 'ask' | 'fragment' | 'until'> & { readonly secret: Uint8Array },
): BytesChange[] {
  const { ask, us, what, more, secret, fragment, until } = page;
  return setFields('memberPages', record, { ask, us, what, more, secret, fragment, until });
}

/** It takes no more answers. */
export function closeMemberPage(record: string, on: Day): Change[] {
  return [{ table: 'memberPages', record, field: 'closedOn', value: on }];
}

/** What its page says. */
export function noticeOfMemberPage({ us, what, more }: MemberPageWords) {
  return weighNotice({ us, what, more });
}

/** An answer as a record; none where it is not of the form. */
export function keepMemberAnswer(
  reply: { readonly id: string; readonly says: unknown },
  ask: string | null,
): Change[] {
  const read = readWeighReply(reply.says);
  if (read === null) return [];
  return setFields('memberAnswers', reply.id, { ask, ...read });
}

export interface ByLink {
  /** How many members answered. */
  readonly count: number;
  /** Null until enough have answered. */
  readonly answers: {
    readonly takesPart: Spread<TakingPart>;
    readonly contribution: Spread<ContributionStep>;
    /** What they wrote, each once, in an order that says nothing about who wrote it. */
    readonly notes: readonly string[];
    readonly atRisk: readonly string[];
  } | null;
}

/** What members answered, alike in any order of records. Of one that was changed the newest counts. */
export function answersByLink(all: readonly MemberAnswer[]): ByLink {
  const given = newestOfEach(all.filter(({ takesPart }) => takesPart !== null));
  if (given.length < shownFrom) return { count: given.length, answers: null };
  return {
    count: given.length,
    answers: {
      takesPart: spreadOf(
        takingPart,
        given.map(({ takesPart }) => takesPart),
      ),
      contribution: spreadOf(
        contributionSteps,
        given.map(({ contribution }) => contribution),
      ),
      notes: eachOnce(given.map(({ note }) => note)),
      atRisk: eachOnce(given.map(({ atRisk }) => atRisk)),
    },
  };
}

function newestOfEach(all: readonly MemberAnswer[]): readonly MemberAnswer[] {
  const newest = new Map<string, MemberAnswer>();
  for (const answer of all) {
    const key = answer.drawn === '' ? `record ${answer.id}` : `drawn ${answer.drawn}`;
    const other = newest.get(key);
    if (!other || isNewer(answer, other)) newest.set(key, answer);
  }
  return [...newest.values()];
}

function isNewer(one: MemberAnswer, other: MemberAnswer): boolean {
  return one.turn > other.turn || (one.turn === other.turn && one.id > other.id);
}
