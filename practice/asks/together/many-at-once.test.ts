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
  partner: null,
  kind: null,
  language: 'en',
  by: null,
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

  it('are found across languages by what stays the same in each: names and numbers', () => {
    const one = ask({ what: 'Could you help the families after the fire on Alder Street?' });
    const other = ask({
      language: 'es',
      what: '¿Podrían ayudar a las familias después del incendio en la calle Alder?',
    });
    const number = ask({ language: 'ar', what: 'نرجو المساعدة للعائلات في البناية ١٤٢٠' });
    const third = ask({ what: 'The families of number 1420 need blankets' });
    const rent = ask({ language: 'es', what: '¿Firman nuestra carta sobre los alquileres?' });
    expect(proposeGatherings([one, other, rent])).toEqual([[one, other]]);
    expect(proposeGatherings([number, third, rent])).toEqual([[number, third]]);
    // Written down as one of ours, and in letters of another.
    const urdu = ask({ what: 'عمارت 1420 کے خاندانوں کو کمبل چاہییں' });
    expect(seemsOneEvent(third, urdu)).toBe(true);
  });

  it('are not taken for one across languages by our name, by theirs, by a year, or by where we all are', () => {
    const english = (what: string, given = {}) => ask({ from: 'Bayview Elders', what, ...given });
    const spanish = (what: string) => ask({ language: 'es', from: 'Comité Bayview', what });
    const pair = (one: string, other: string) =>
      proposeGatherings([english(one), spanish(other)], 'Harbor Network').length;
    expect(pair('Dear friends at Harbor, a hall?', 'Gente de Harbor, ¿firman la carta?')).toBe(0);
    expect(pair('We of Bayview need a hall', 'En Bayview pedimos una carta')).toBe(0);
    expect(pair('A hall for 2027, please', 'Una carta para 2027, por favor')).toBe(0);
    expect(pair('PLEASE SEND PEOPLE TO ALDER NOW', 'GENTE EN LA CALLE ALDER YA')).toBe(0);
    const oakland = [
      english('A hall in Oakland, please'),
      spanish('Una carta a los jueces de Oakland'),
    ];
    expect(proposeGatherings(oakland)).toHaveLength(1);
    const before = english('Rides across Oakland', { receivedOn: '2026-11-02' });
    expect(proposeGatherings([...oakland, before]), 'a name of every week').toEqual([]);
  });

  it('are found across languages by the kind of thing and the day, where no name stands in both', () => {
    const given = { kind: 'translation', by: '2026-11-25' };
    const one = ask({ what: 'Interpreters at the hearing', ...given });
    const other = ask({ what: 'نحتاج إلى مترجمين في الجلسة', language: 'ar', ...given });
    expect(seemsOneEvent(one, other)).toBe(true);
    expect(seemsOneEvent(one, { ...other, by: '2026-11-26' })).toBe(false);
    expect(seemsOneEvent(one, { ...other, kind: 'show-up' })).toBe(false);
  });

  it('are proposed whole, each ask in one group at most, in whatever order they come', () => {
    const word = fc.constantFrom('fire', 'rent', 'court', 'alder', 'letter', 'hall', 'march');
    const some = fc.array(
      fc.array(word, { minLength: 2, maxLength: 5 }).map((words) => words.join(' ')),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(some, (all) => {
        const asks = all.map((what, at) =>
          ask({ what: `${what} together at Alder`, language: at % 3 === 0 ? 'es' : 'en' }),
        );
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

  it('is known across languages by who asks, for what kind of thing and for which day', () => {
    const given = { from: 'Harbor', kind: 'translation', on: '2026-11-27' };
    const first = ask({ what: 'four interpreters on Friday', ...given });
    const again = ask({ what: 'cuatro intérpretes el viernes', language: 'es', ...given });
    expect(proposeDuplicates([first, again])).toEqual([[first, again]]);
    expect(seemsTheSame(first, { ...again, on: '2026-11-28' })).toBe(false);
    expect(seemsTheSame(first, { ...again, kind: 'letter' })).toBe(false);
    expect(seemsTheSame(first, { ...again, kind: null })).toBe(false);
    const named = { ...again, from: 'El Puerto', partner: 'p' };
    expect(seemsTheSame(first, named)).toBe(false);
    expect(seemsTheSame({ ...first, partner: 'p' }, named), 'the same partner').toBe(true);
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
