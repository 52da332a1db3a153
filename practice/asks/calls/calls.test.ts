import { expect, it } from 'vitest';
import { readFields } from '../../fields.ts';
import { contactFields } from '../../partners/tables.ts';
import {
  type CallWords,
  callEnds,
  callsToDestroy,
  closeCall,
  contactOfCall,
  countAnswers,
  keepCallReply,
  noticeOfCall,
  whatIsWrongWithCall,
  writeCall,
} from './call-changes.ts';
import { callFields, callReplyFields } from './tables.ts';

const call: CallWords = {
  us: 'Harbor (example)',
  what: 'Stand with the families',
  where: 'The court',
  on: '2026-11-27',
  hour: '9 to 12',
  howMany: 4,
  skills: 'Arabic',
  more: '',
};
const fieldsOf = (changes: readonly { field: string; value: unknown }[]) =>
  Object.fromEntries(changes.map(({ field, value }) => [field, value]));

it('a call says what and on which day, and the day has not passed and is no more than a year away', () => {
  expect(whatIsWrongWithCall(call, '2026-11-20')).toEqual([]);
  expect(whatIsWrongWithCall({ ...call, what: ' ', on: null }, '2026-11-20')).toEqual([
    { type: 'WhatMissing' },
    { type: 'DayMissing' },
  ]);
  expect(whatIsWrongWithCall(call, '2026-11-28')).toEqual([{ type: 'DayIsPast' }]);
  expect(whatIsWrongWithCall(call, '2025-11-27')).toEqual([]);
  expect(whatIsWrongWithCall(call, '2025-11-26')).toEqual([{ type: 'DayTooFar' }]);
});

it('its list goes seven days after the day', () => {
  expect(callEnds('2026-11-27')).toBe('2026-12-04');
  const one = { id: 'a', until: '2026-12-04' };
  expect(callsToDestroy([one], '2026-12-04')).toEqual([]);
  expect(callsToDestroy([one], '2026-12-05')).toEqual([one]);
});

it('it is kept as it was written, and its page says no more than that', () => {
  const link = {
    ask: 'ask',
    circle: 'circle',
    secret: new Uint8Array(16),
    fragment: 'abc',
    until: '2026-12-04',
  };
  const kept = readFields(callFields, { id: 'c', ...fieldsOf(writeCall('c', call, link)) });
  expect(kept).toMatchObject({ ...call, ...link });
  expect(kept.needsUpdate).toEqual([]);
  expect(Object.keys(noticeOfCall(call)).sort()).toEqual(['page', ...Object.keys(call)].sort());
});

it('called off, it keeps what it says and whose list it is, until its list goes', () => {
  const called = { id: 'c', ...call, until: '2026-12-04' };
  const off = readFields(callFields, { ...called, ...fieldsOf(closeCall('c', '2026-11-25')) });
  expect(off).toMatchObject({ ...called, closedOn: '2026-11-25' });
  expect(callsToDestroy([off], '2026-12-04')).toEqual([]);
});

it('answers are counted by what they say', () => {
  const says = { answer: 'can', name: 'anyone', note: '' };
  const reply = readFields(callReplyFields, {
    id: 'r',
    ...fieldsOf(keepCallReply({ id: 'r', says }, 'c')),
  });
  expect(reply).toMatchObject({ call: 'c', ...says });
  expect(countAnswers([reply, { answer: 'maybe' }, { answer: null }])).toEqual({
    can: 1,
    maybe: 1,
    'not-this-time': 0,
  });
  expect(keepCallReply({ id: 'r', says: 'can' }, 'c')).toEqual([]);
});

it('the day after, that members can come is a contact with the partner who asked, and says nothing of them', () => {
  const one = { id: 'c', on: '2026-11-27', closedOn: null };
  const replies = [{ answer: 'can' as const }, { answer: 'maybe' as const }];
  const told = contactOfCall(one, 'p', replies, '2026-11-28');
  expect(new Set(told.map(({ table, record }) => `${table} ${record}`))).toEqual(
    new Set(['contacts c']),
  );
  expect(fieldsOf(told)).toEqual({ partner: 'p', kind: 'members-answered', on: '2026-11-27' });
  expect(readFields(contactFields, { id: 'c', ...fieldsOf(told) }).needsUpdate).toEqual([]);

  expect(contactOfCall(one, 'p', replies, '2026-11-27')).toEqual([]);
  expect(contactOfCall(one, 'p', [{ answer: 'maybe' }], '2026-11-28')).toEqual([]);
  const off = { ...one, closedOn: '2026-11-26' };
  expect(contactOfCall(off, 'p', replies, '2026-11-28')).toEqual([]);
});
