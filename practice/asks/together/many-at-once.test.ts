import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AskToCompare, seemsOneEvent, seemsTheSame } from './alike.ts';
import {
  holdAll,
  joinedUp,
  proposeDuplicates,
  proposeGatherings,
  standsFor,
  toHold,
} from './many-at-once.ts';

let next = 0;
const ask = (given: Partial<AskToCompare>) => ({
  id: `ask-${String(next++).padStart(3, '0')}`,
  from: `Organization ${next}`,
  what: '',
  text: '',
  mostAffected: '',
  on: null,
  receivedOn: '2026-11-20',
  joinedTo: null,
  ...given,
});

describe('asks about one event', () => {
  it('are those that came together and are for the same day, or say much the same', () => {
    const fire = ask({ what: 'Can you help families after the fire on Alder Street?' });
    const alsoFire = ask({ what: 'Blankets for families of the Alder Street fire tonight' });
    const rent = ask({ what: 'Please sign our letter about rents' });
    expect(seemsOneEvent(fire, alsoFire)).toBe(true);
    expect(seemsOneEvent(fire, rent)).toBe(false);
    expect(seemsOneEvent(fire, { ...alsoFire, receivedOn: '2026-10-20' })).toBe(false);
    expect(seemsOneEvent({ ...fire, on: '2026-11-22' }, { ...rent, on: '2026-11-22' })).toBe(true);
    expect(proposeGatherings([fire, rent, alsoFire])).toEqual([[fire, alsoFire]]);
  });

  it('are found in any script', () => {
    const one = ask({ what: 'نرجو المساعدة للعائلات بعد الحريق في شارع النخيل' });
    const other = ask({ what: 'بطانيات للعائلات بعد الحريق، شارع النخيل' });
    expect(seemsOneEvent(one, other)).toBe(true);
  });

  it('are proposed whole, each ask in one group at most, in whatever order they come', () => {
    const word = fc.constantFrom('fire', 'rent', 'court', 'alder', 'letter', 'hall', 'march');
    const some = fc.array(
      fc.array(word, { minLength: 2, maxLength: 5 }).map((words) => words.join(' ')),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(some, (all) => {
        const asks = all.map((what) => ask({ what: `${what} together` }));
        const groups = proposeGatherings(asks);
        const ids = groups.flat().map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(proposeGatherings([...asks].reverse())).toEqual(groups);
      }),
    );
  });
});

describe('the same ask twice', () => {
  it('is the same message, or much the same from the same organization', () => {
    const first = ask({ from: 'Harbor', what: 'four interpreters on Friday', text: 'Please!' });
    const again = ask({ from: 'HARBOR', what: 'Four interpreters on Friday' });
    const copied = ask({ from: 'Someone', text: ' please! ' });
    const other = ask({ from: 'Delta', what: 'four interpreters on Friday' });
    expect(seemsTheSame(first, again)).toBe(true);
    expect(seemsTheSame(first, copied)).toBe(true);
    expect(seemsTheSame(first, other)).toBe(false);
    expect(proposeDuplicates([first, again, other])).toEqual([[first, again]]);
    expect(proposeDuplicates([first, { ...again, joinedTo: first.id }])).toEqual([]);
  });

  it('joined, loses nothing: every ask stands once, alone or under another', () => {
    const ids = Array.from({ length: 8 }, (_, at) => `a${at}`);
    const joins = fc.array(fc.option(fc.constantFrom(...ids, 'elsewhere')), {
      minLength: 8,
      maxLength: 8,
    });
    fc.assert(
      fc.property(joins, (to) => {
        const asks = ids.map((id, at) => ({ id, joinedTo: to[at] ?? null }));
        const seen = joinedUp(asks).flatMap(({ ask, also }) => [
          ask.id,
          ...also.map(({ id }) => id),
        ]);
        expect(seen.sort()).toEqual([...ids].sort());
        const byId = new Map(asks.map((each) => [each.id, each]));
        for (const id of ids) {
          const root = standsFor(id, byId);
          expect(standsFor(root, byId)).toBe(root);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('joined to each other on two devices, is one ask, and the same one everywhere', () => {
    const both = [
      { id: 'b', joinedTo: 'a' },
      { id: 'a', joinedTo: 'b' },
    ];
    expect(joinedUp(both).map(({ ask }) => ask.id)).toEqual(['a']);
    expect(joinedUp([...both].reverse()).map(({ ask }) => ask.id)).toEqual(['a']);
  });
});

describe('a holding answer to all', () => {
  const open = { answer: null, holdingUntil: null, joinedTo: null };

  it('goes to those that are neither answered, nor joined, nor told a day to come', () => {
    const asks = [
      { id: 'a', ...open },
      { id: 'b', ...open, joinedTo: 'a' },
      { id: 'c', ...open, answer: 'yes' },
      { id: 'd', ...open, holdingUntil: '2026-11-25' },
      { id: 'e', ...open, holdingUntil: '2026-11-01' },
    ];
    expect(toHold(asks, '2026-11-20').map(({ id }) => id)).toEqual(['a', 'e']);
    const changes = holdAll(asks, '2026-11-24', '2026-11-20');
    expect(changes.filter(({ field }) => field === 'holdingUntil')).toEqual([
      { table: 'asks', record: 'a', field: 'holdingUntil', value: '2026-11-24' },
      { table: 'asks', record: 'e', field: 'holdingUntil', value: '2026-11-24' },
    ]);
  });
});
