import { expect, it } from 'vitest';
import { readFields } from '../../fields.ts';
import { askFields } from '../tables.ts';
import { askReplyFields } from './tables.ts';
import {
  type AskOfOurs,
  keepReply,
  openReplies,
  whatIsWrongWithOurs,
  writeAskOfOurs,
} from './we-ask-changes.ts';

const ask: AskOfOurs = {
  from: 'Bayview Elders (example)',
  what: 'Four interpreters',
  mostAffected: '',
  theyAskedFor: '',
  text: 'At the court.',
  by: '2026-11-27',
  on: null,
};
const fieldsOf = (changes: readonly { field: string; value: unknown }[]) =>
  Object.fromEntries(changes.map(({ field, value }) => [field, value]));

it('an ask of ours needs what we ask and who we are, and no day that has passed', () => {
  expect(whatIsWrongWithOurs(ask, '2026-11-20')).toEqual([]);
  expect(
    whatIsWrongWithOurs({ ...ask, what: ' ', from: '', by: '2026-11-19' }, '2026-11-20'),
  ).toEqual([
    { type: 'WhatMissing' },
    { type: 'WhoWeAreMissing' },
    { type: 'DayIsPast', field: 'by' },
  ]);
});

it('it is an ask like any other, the other way', () => {
  const read = readFields(askFields, {
    id: 'a',
    ...fieldsOf(writeAskOfOurs('a', ask, '2026-11-20')),
  });
  expect(read).toMatchObject({ direction: 'we-ask', what: 'Four interpreters', by: '2026-11-27' });
  expect(read.needsUpdate).toEqual([]);
});

it('an answer is one record whoever picks it up, and what is none is left out', () => {
  const says = { answer: 'yes', from: 'Harbor', bring: 'two cars', note: '' };
  const page = { id: 'page', ask: 'a' };
  const changes = keepReply({ id: 'reply', says }, page, '2026-11-21');
  expect(readFields(askReplyFields, { id: 'reply', ...fieldsOf(changes) })).toEqual({
    id: 'reply',
    needsUpdate: [],
    ask: 'a',
    page: 'page',
    receivedOn: '2026-11-21',
    seenOn: null,
    ...says,
  });
  expect(keepReply({ id: 'reply', says: 'yes' }, page, '2026-11-21')).toEqual([]);
});

it('answers are opened once: those that were opened before keep their day', () => {
  const replies = [
    { id: 'old', seenOn: '2026-11-20' },
    { id: 'new', seenOn: null },
  ];
  expect(openReplies(replies, '2026-11-21')).toEqual([
    { table: 'askReplies', record: 'new', field: 'seenOn', value: '2026-11-21' },
  ]);
});
