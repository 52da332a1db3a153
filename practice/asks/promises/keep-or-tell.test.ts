import { describe, expect, it } from 'vitest';
import { readFields } from '../../fields.ts';
import {
  changePromise,
  isDue,
  isToKeep,
  keepPromise,
  promiseFromYes,
  setDownPromise,
} from './keep-or-tell.ts';
import { promiseFields } from './tables.ts';

const today = '2026-11-20';
const ask = {
  id: 'ask',
  what: 'four interpreters',
  contributionWhat: 'three interpreters',
  on: '2026-11-27',
  answer: 'in-part',
} as const;

function read(changes: readonly { field: string; value: unknown }[]) {
  const record = Object.fromEntries(changes.map(({ field, value }) => [field, value]));
  return readFields(promiseFields, { ...record, id: 'promise' });
}

const made = read(promiseFromYes(ask, 'promise', 'amina'));

describe('a promise', () => {
  it('comes from a yes with what we said we can do, its day, and who carries it', () => {
    expect(made).toMatchObject({
      ask: 'ask',
      what: 'three interpreters',
      by: '2026-11-27',
      sureness: 'maybe',
      carriedBy: 'amina',
      needsUpdate: [],
    });
    const plain = read(
      promiseFromYes({ ...ask, contributionWhat: ' ', answer: 'yes' }, 'p', 'amina'),
    );
    expect(plain).toMatchObject({ what: 'four interpreters', sureness: 'sure' });
  });

  it('is due on its day and after it, until it is kept or set down', () => {
    expect(isDue(made, '2026-11-26')).toBe(false);
    expect(isDue(made, '2026-11-27')).toBe(true);
    expect(isDue({ ...made, state: 'changed' }, '2026-12-24')).toBe(true);
    expect(isDue({ ...made, state: 'kept' }, '2026-12-24')).toBe(false);
    expect(isDue({ ...made, by: null }, '2026-12-24')).toBe(false);
    expect(isToKeep({ state: 'set-down' })).toBe(false);
  });

  it('is kept on a day', () => {
    expect(read(keepPromise('promise', today))).toMatchObject({ state: 'kept', stateOn: today });
  });

  it('is never set down or changed without word to them', () => {
    expect(setDownPromise('promise', ' ', today)).toEqual({ type: 'WordMissing' });
    expect(changePromise(made, { what: 'two', by: '', word: '' }, today)).toEqual({
      type: 'WordMissing',
    });
    expect(changePromise(made, { what: '', by: '', word: 'told' }, today)).toEqual({
      type: 'WhatMissing',
    });
    expect(changePromise(made, { what: 'two', by: 'soon', word: 'told' }, today)).toEqual({
      type: 'NotADay',
      written: 'soon',
    });
  });

  it('keeps what it was before, and what they were told', () => {
    const changed = changePromise(
      made,
      { what: 'two interpreters', by: '2026-12-01', word: 'We called Rosa.' },
      today,
    );
    if ('type' in changed) throw new Error(changed.type);
    expect(read(changed)).toMatchObject({
      what: 'two interpreters',
      before: 'three interpreters',
      by: '2026-12-01',
      state: 'changed',
      wordToThem: 'We called Rosa.',
    });
  });
});
