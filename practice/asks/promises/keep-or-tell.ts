/**
 * A promise from a yes, and what becomes of it: kept, changed, or set down. To change one or set one down
 * is to tell them: without word to them neither is written.
 */
import { cleanLine } from '../../clean.ts';
import { type Day, isDay } from '../../day.ts';
import type { Change, Plain } from '../../stories/record.ts';
import type { Ask } from '../tables.ts';
import type { PromiseMade, promiseFields } from './tables.ts';

type PromiseValues = { readonly [Name in keyof typeof promiseFields]?: Plain };

export type PromiseRefused =
  | { readonly type: 'WordMissing' }
  | { readonly type: 'WhatMissing' }
  | { readonly type: 'NotADay'; readonly written: string };

/** Changes that set these fields of a promise; each is one line. */
export function promiseChanges(record: string, values: PromiseValues): Change[] {
  return Object.entries(values).map(([field, value]) => ({
    table: 'promises',
    record,
    field,
    value: typeof value === 'string' ? cleanLine(value) : (value ?? null),
  }));
}

/** What a yes promises, in one step: what we said we can do, for the day it is for, carried by this person. */
export function promiseFromYes(
  ask: Pick<Ask, 'id' | 'what' | 'contributionWhat' | 'on' | 'answer'>,
  id: string,
  me: string,
): Change[] {
  return promiseChanges(id, {
    ask: ask.id,
    what: cleanLine(ask.contributionWhat) || cleanLine(ask.what),
    by: ask.on,
    sureness: ask.answer === 'yes' ? 'sure' : 'maybe',
    state: 'open',
    carriedBy: me,
  });
}

export function keepPromise(id: string, on: Day): Change[] {
  return promiseChanges(id, { state: 'kept', stateOn: on });
}

/** It goes on in other words, or for another day; they were told. */
export function changePromise(
  promise: Pick<PromiseMade, 'id' | 'what'>,
  to: { readonly what: string; readonly by: string; readonly word: string },
  on: Day,
): Change[] | PromiseRefused {
  if (cleanLine(to.what) === '') return { type: 'WhatMissing' };
  if (to.by !== '' && !isDay(to.by)) return { type: 'NotADay', written: to.by };
  if (cleanLine(to.word) === '') return { type: 'WordMissing' };
  return promiseChanges(promise.id, {
    what: to.what,
    by: to.by || null,
    before: promise.what,
    state: 'changed',
    stateOn: on,
    wordToThem: to.word,
  });
}

/** It ends unkept, and they were told. */
export function setDownPromise(id: string, word: string, on: Day): Change[] | PromiseRefused {
  if (cleanLine(word) === '') return { type: 'WordMissing' };
  return promiseChanges(id, { state: 'set-down', stateOn: on, wordToThem: word });
}

/** Whether it is still to be kept. */
export function isToKeep({ state }: Pick<PromiseMade, 'state'>): boolean {
  return state === 'open' || state === 'changed';
}

/** Whether its day has come, or has gone by. */
export function isDue(promise: Pick<PromiseMade, 'state' | 'by'>, today: Day): boolean {
  return isToKeep(promise) && promise.by !== null && promise.by <= today;
}
