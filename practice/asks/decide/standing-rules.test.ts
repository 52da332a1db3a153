import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFields } from '../../fields.ts';
import type { Heard } from './propose.ts';
import { isWhole, partnerOf, ruleState, rulesFor } from './standing-rules.ts';
import { type Rule, ruleFields } from './tables.ts';

const today = '2026-11-20';
let next = 0;
const rule = (given: Partial<Rule>): Rule => ({
  ...readFields(ruleFields, { id: `rule-${next++}` }),
  answer: 'yes',
  speed: 'three-days',
  ...given,
});
const said = (member: string, response: string): Heard => ({
  id: `r${next}`,
  member,
  response,
  why: '',
  at: next++,
});
const partners = [{ id: 'harbor', name: 'Harbor Families Network' }];
const ask = {
  from: 'harbor  families network',
  partner: null,
  issue: null,
  kind: 'presence',
} as const;
const anyone = () => true;

describe('rulesFor', () => {
  it('knows a partner by its record or by its name, however it is typed', () => {
    expect(partnerOf(ask, partners)).toBe('harbor');
    expect(partnerOf({ ...ask, partner: 'delta' }, partners)).toBe('delta');
    expect(partnerOf({ from: ' ', partner: null }, partners)).toBeNull();
  });

  it('gives those about this partner, issue and kind, the closest first', () => {
    const wide = rule({ kinds: ['presence'] });
    const close = rule({ partner: 'harbor' });
    const other = rule({ partner: 'harbor', kinds: ['funds'] });
    const aboutIssue = rule({ issue: 'rent' });
    const found = rulesFor(ask, [wide, other, close, aboutIssue], partners, today);
    expect(found).toEqual([close, wide]);
  });

  it('leaves out what has ended and what says nothing', () => {
    const ended = rule({ partner: 'harbor', endedOn: today });
    expect(
      rulesFor(ask, [ended, rule({}), rule({ partner: 'harbor', answer: null })], partners, today),
    ).toEqual([]);
    expect(isWhole(rule({}))).toBe(false);
  });
});

describe('ruleState', () => {
  it('takes two people within a day, and one with more time', () => {
    const heard = [said('amina', 'approves')];
    expect(ruleState({ speed: 'a-day' }, heard, anyone)).toMatchObject({
      type: 'NeedsApproval',
      needed: 2,
    });
    expect(ruleState({ speed: 'three-days' }, heard, anyone).type).toBe('Approved');
    expect(ruleState({ speed: 'a-day' }, [...heard, said('ruth', 'approves')], anyone).type).toBe(
      'Approved',
    );
  });

  it('counts one person once', () => {
    const heard = [said('amina', 'approves'), said('amina', 'approves')];
    expect(ruleState({ speed: 'a-day' }, heard, anyone).type).toBe('NeedsApproval');
  });

  it('counts only those who may approve', () => {
    const state = ruleState({ speed: 'a-week' }, [said('guest', 'approves')], () => false);
    expect(state.type).toBe('NeedsApproval');
  });

  it('is stopped by two people, in whatever order they are heard, and not by one', () => {
    const member = fc.constantFrom('amina', 'ruth', 'lena');
    const heard = fc.array(
      fc.record({
        id: fc.uuid(),
        member,
        response: fc.constantFrom('approves', 'stops'),
        why: fc.constant(''),
        at: fc.integer({ min: 0, max: 9 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(heard, (all) => {
        const state = ruleState({ speed: 'a-day' }, all, anyone);
        expect(ruleState({ speed: 'a-day' }, [...all].reverse(), anyone)).toEqual(state);
        if (state.type === 'Stopped') expect(new Set(state.by).size).toBeGreaterThanOrEqual(2);
      }),
    );
    expect(ruleState({ speed: 'a-week' }, [said('amina', 'stops')], anyone).type).toBe(
      'NeedsApproval',
    );
  });
});
