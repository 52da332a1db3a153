import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAfter } from '../../day.ts';
import { betweenUs, recordOf } from '../../partners/between-us.ts';
import { ask, nothing } from '../../partners/testing.ts';
import { whatItSays } from '../../partners/what-it-says.ts';
import { answers } from '../kinds.ts';
import { asAnswered } from './as-answered.ts';

const today = '2026-11-27';
const ours = ask('ours', { direction: 'we-ask', from: 'Us', what: 'Four interpreters' });
const reply = (id: string, from: string, answer: (typeof answers)[number] | null, on = today) => ({
  id,
  ask: 'ours',
  from,
  answer,
  receivedOn: on,
});
const elders = { ids: ['p'], isNamed: (name: string) => name === 'Elders' };

describe('an ask of ours', () => {
  it('that nobody answered passed with nobody; answered, with each who did', () => {
    expect(asAnswered([ours], [])).toEqual([]);
    const asks = asAnswered([ours], [reply('a', 'Elders', 'yes'), reply('b', 'Harbor', 'no')]);
    expect(asks.map(({ from, answer }) => [from, answer])).toEqual([
      ['Elders', 'yes'],
      ['Harbor', 'no'],
    ]);
    const passed = betweenUs(elders, { ...nothing, asks });
    expect(passed.fromThem.map(recordOf)).toEqual(['ours']);
    expect(passed.together).toEqual([]);
    expect(whatItSays(passed, today)).toMatchObject({ lastInTouch: today, onlyAsks: true });
  });

  it('answered twice by one organization, however it typed its name, is told once with its last answer', () => {
    const two = [reply('a', 'ÉLDERS', 'yes', '2026-11-20'), reply('b', 'Elders', 'not-now')];
    expect(asAnswered([ours], two)).toMatchObject([{ answer: 'not-now', answeredOn: today }]);
  });

  it('tied to a partner stays as it is, and so do asks of others', () => {
    const tied = ask('tied', { direction: 'we-ask', partner: 'p', from: 'Us' });
    const theirs = ask('theirs', { from: 'Elders' });
    const late = { ...reply('a', 'Harbor', 'yes'), ask: 'tied' };
    expect(asAnswered([tied, theirs], [late])).toEqual([tied, theirs]);
  });

  it('is told the same in whatever order answers came', () => {
    const some = fc.array(
      fc.record({
        from: fc.constantFrom('Elders', 'elders', 'Harbor', ''),
        answer: fc.constantFrom(...answers),
        on: fc.integer({ min: 0, max: 5 }).map((ago) => daysAfter(today, -ago)),
      }),
      { maxLength: 8 },
    );
    const key = ({
      from,
      answer,
      answeredOn,
    }: {
      from: string;
      answer: unknown;
      answeredOn: unknown;
    }) => `${from} ${answer} ${answeredOn}`;
    fc.assert(
      fc.property(some, (all) => {
        const replies = all.map(({ from, answer, on }, at) => reply(`r${at}`, from, answer, on));
        const told = asAnswered([ours], replies).map(key).sort();
        expect(
          asAnswered([ours], [...replies].reverse())
            .map(key)
            .sort(),
        ).toEqual(told);
        expect(told.length).toBeLessThanOrEqual(2);
      }),
    );
  });
});
