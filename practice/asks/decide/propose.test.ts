import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Heard, proposalState, secondRefusal } from './propose.ts';

const today = '2026-11-20';
let next = 0;
const said = (member: string, response: string, at = next): Heard => ({
  id: `r${next++}`,
  member,
  response,
  why: 'because',
  at,
});
const second = { way: 'second', until: null, takenBack: false } as const;
const consent = { way: 'consent', until: '2026-11-22', takenBack: false } as const;

describe('a proposal that needs a second', () => {
  it('is agreed once another person agrees, and never by its own proposer', () => {
    expect(proposalState(second, 'amina', [], today)).toEqual({ type: 'NeedsSecond' });
    expect(proposalState(second, 'amina', [said('amina', 'agrees')], today)).toEqual({
      type: 'NeedsSecond',
    });
    expect(proposalState(second, 'amina', [said('ruth', 'agrees')], today)).toEqual({
      type: 'Agreed',
      by: ['ruth'],
    });
    expect(secondRefusal('amina', 'amina')).toEqual({ type: 'OwnSecond' });
    expect(secondRefusal('amina', 'ruth')).toBeNull();
  });

  it('is held up by an objection until that person agrees', () => {
    const objection = said('ruth', 'objects', 1);
    expect(proposalState(second, 'amina', [objection, said('lena', 'agrees', 2)], today)).toEqual({
      type: 'Objected',
      objections: [objection],
    });
    const settled = [objection, said('ruth', 'agrees', 3)];
    expect(proposalState(second, 'amina', settled, today).type).toBe('Agreed');
  });
});

describe('a proposal by consent', () => {
  it('stays open through its last day and holds from the next one', () => {
    expect(proposalState(consent, 'amina', [], '2026-11-22')).toEqual({
      type: 'Open',
      until: '2026-11-22',
    });
    expect(proposalState(consent, 'amina', [], '2026-11-23')).toEqual({ type: 'NobodyObjected' });
  });

  it('does not hold over an objection, however late the day', () => {
    const heard = [said('ruth', 'objects')];
    expect(proposalState(consent, 'amina', heard, '2027-01-01').type).toBe('Objected');
  });
});

it('where a proposal stands does not depend on the order in which things arrive', () => {
  const heard = fc.array(
    fc.record({
      id: fc.uuid(),
      member: fc.constantFrom('amina', 'ruth', 'lena'),
      response: fc.constantFrom('agrees', 'objects'),
      why: fc.constant(''),
      at: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(heard, fc.constantFrom(second, consent), (all, proposal) => {
      const one = proposalState(proposal, 'amina', all, today);
      const other = proposalState(proposal, 'amina', [...all].reverse(), today);
      expect(other).toEqual(one);
      if (one.type === 'Agreed') expect(one.by).not.toContain('amina');
    }),
  );
});
