import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AskReply,
  askNotice,
  askReply,
  messageOf,
  pageEnds,
  readAskNotice,
  readAskReply,
} from './ask-page.ts';
import { callNotice, callReply, readCallNotice, readCallReply } from './call-page.ts';
import { publicLine, publicText } from './words.ts';

const ask = {
  what: 'Four interpreters',
  mostAffected: 'Thirty families',
  theyAskedFor: 'Somebody beside them',
  text: 'At the court,\nFriday.',
  by: '2026-11-27',
  on: null,
};

describe('the page of an ask of ours', () => {
  it('says the ask as it stands', () => {
    const read = readAskNotice(askNotice(ask, 'Bayview Elders (example)'));
    expect(read).toEqual({
      page: 'ask',
      us: 'Bayview Elders (example)',
      what: 'Four interpreters',
      mostAffected: 'Thirty families',
      theyAskedFor: 'Somebody beside them',
      more: 'At the court,\nFriday.',
      by: '2026-11-27',
      on: null,
    });
    expect(read && messageOf(read)).toContain('Thirty families\n\nSomebody beside them');
  });

  it('ends a week after it is needed, and a month on where no day was said', () => {
    expect(pageEnds(ask, '2026-11-20')).toBe('2026-12-04');
    expect(pageEnds({ by: '2026-11-22', on: '2026-11-24' }, '2026-11-20')).toBe('2026-12-01');
    expect(pageEnds({ by: null, on: null }, '2026-11-20')).toBe('2026-12-20');
    expect(pageEnds({ by: '2026-11-01', on: null }, '2026-11-20')).toBe('2026-11-27');
    expect(pageEnds({ by: null, on: '2099-03-09' }, '2026-11-20')).toBe('2027-11-20');
  });

  it('takes an answer with what they can bring', () => {
    const given: AskReply = { answer: 'in-part', from: 'Harbor', bring: 'two cars', note: '' };
    expect(readAskReply(askReply(given))).toEqual(given);
  });
});

describe('the page of a call', () => {
  it('says what, where and when, and takes an answer under any name', () => {
    const says = callNotice({
      us: 'Harbor (example)',
      what: 'Stand with the families',
      where: 'The court',
      on: '2026-11-27',
      hour: '9 to 12',
      howMany: 4,
      skills: 'Arabic, Spanish',
      more: '',
    });
    expect(readCallNotice(says)?.howMany).toBe(4);
    const given = { answer: 'maybe', name: 'somebody', note: 'from 10' } as const;
    expect(readCallReply(callReply(given))).toEqual(given);
    expect(readCallReply(callReply({ ...given, name: '' }))?.name).toBe('');
  });
});

it('words are cut to their length and no letter in half, so that what came can be kept', () => {
  const name = `${'a'.repeat(publicLine - 1)}🙂 and more`;
  const note = `${' '.repeat(publicLine * 4 - 10)}${'a'.repeat(9)}🙂 and more`;
  const reply = readCallReply({ answer: 'can', name, note });
  expect(reply).toMatchObject({ name: 'a'.repeat(publicLine - 1), note: 'a'.repeat(9) });
  const more = `${'a'.repeat(publicText - 1)}🙂 and more`;
  expect(readAskNotice({ page: 'ask', more })?.more).toBe('a'.repeat(publicText - 1));
  expect(readAskNotice({ page: 'ask', more: 'half \ud83d' })?.more).toBe('half \ufffd');
});

it('whatever a stranger sends, it is an answer of the form or none, within its length', () => {
  const anything = fc.oneof(
    fc.anything({ maxDepth: 2, maxKeys: 4 }),
    fc.record({
      answer: fc.oneof(fc.constantFrom('yes', 'no', 'can'), fc.anything()),
      from: fc.oneof(fc.string({ unit: 'binary', maxLength: 320 }), fc.anything()),
      bring: fc.string({ unit: 'binary', maxLength: 320 }),
      note: fc.string({ maxLength: 600 }),
      name: fc.string({ unit: 'binary', maxLength: 320 }),
    }),
  );
  fc.assert(
    fc.property(anything, (says) => {
      const reply = readAskReply(says);
      const lines = [
        reply?.from,
        reply?.bring,
        readCallReply(says)?.name,
        readCallReply(says)?.note,
      ];
      for (const line of lines) {
        if (line === undefined) continue;
        expect(line.length).toBeLessThanOrEqual(publicLine);
        expect(line).not.toMatch(/[\n\u202e]/);
      }
      expect(reply?.note.length ?? 0).toBeLessThanOrEqual(publicText);
      for (const read of [readAskNotice(says), readCallNotice(says)]) {
        expect(read === null || read.page === 'ask' || read.page === 'call').toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
