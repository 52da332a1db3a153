import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTwo, twicePartners, twicePeople } from './duplicates.ts';
import { handover, offer, offeredTo, take } from './handover.ts';
import { leftBehind, removePartner } from './remove-partner.ts';
import { allOf, standsFor } from './same.ts';
import { contact, harm, partner, person, role } from './testing.ts';

const never = () => false;

describe('what may have been written down twice', () => {
  it('finds an organization by its name, however typed, and by the same words but small ones', () => {
    const found = twicePartners(
      [
        partner('a', { name: 'Harbor Tenants' }),
        partner('b', { name: 'HARBOR  tenants' }),
        partner('c', { name: 'The Tenants of Harbor, Inc.' }),
        partner('d', { name: 'Bayview Elders' }),
        partner('e', { name: '' }),
        partner('f', { name: '' }),
      ],
      never,
    );
    expect(found).toEqual([
      { keep: 'a', other: 'b', because: 'SameName' },
      { keep: 'a', other: 'c', because: 'AlmostSameName' },
    ]);
  });

  it('asks no more once somebody said that they are two', () => {
    const two = [partner('a', { name: 'X' }), partner('b', { name: 'X' })];
    expect(twicePartners(two, (a, b) => a === 'b' && b === 'a')).toEqual([]);
  });

  it('takes nobody for another by the name alone, nor by an address that several share', () => {
    const people = [
      person('a', { name: 'Noor Ali', reach: 'noor@x.org' }),
      person('b', { name: 'noor ALI', reach: 'mailto:Noor@x.org' }),
      person('c', { name: 'Noor Ali', reach: 'other@x.org' }),
      person('d', { name: 'Sam Lee', reach: 'noor@x.org' }),
      person('e', { name: 'Sam Lee', reach: '' }),
    ];
    expect(twicePeople(people, [], never)).toEqual([
      { keep: 'a', other: 'b', because: 'SameReach' },
    ]);
    const roles = ['d', 'e'].map((id) => role(`r${id}`, { person: id, partner: 'p' }));
    expect(twicePeople(people, roles, never)).toContainEqual({
      keep: 'd',
      other: 'e',
      because: 'SameNameAndPlace',
    });
  });

  it('merging fills what was empty and takes nothing away', () => {
    expect(
      mergeTwo(
        'partners',
        { id: 'a', movement: '', part: 'guides' },
        { id: 'b', movement: 'housing', part: 'informs' },
      ),
    ).toEqual([
      { table: 'partners', record: 'a', field: 'movement', value: 'housing' },
      { table: 'partners', record: 'b', field: 'sameAs', value: 'a' },
    ]);
  });

  it('every record is stood for by one that stands for itself, even where merges go in a circle', () => {
    const ids = ['a', 'b', 'c', 'd'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...ids, 'gone', null), { minLength: 4, maxLength: 4 }),
        (to) => {
          const records = ids.map((id, at) => ({ id, sameAs: to[at] ?? null }));
          const stands = standsFor(records);
          expect(standsFor([...records].reverse())).toEqual(new Map([...stands].sort().reverse()));
          for (const id of ids) {
            const shown = stands.get(id) ?? '';
            expect(ids).toContain(shown);
            expect(stands.get(shown)).toBe(shown);
            expect(allOf(shown, stands)).toContain(id);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('deleting a partner', () => {
  const hanging = {
    contacts: [
      contact('c1', {}),
      contact('c2', { partner: 'q' }),
      contact('c3', { partner: 'merged' }),
    ],
    harms: [harm('h1', {})],
    roles: [role('r1', { partner: 'p' })],
    conversations: [],
    discussionPartners: [{ id: 'd1', partner: 'p' }],
  };

  it('takes along what says nothing without it, and nothing else', () => {
    expect(
      removePartner(['p', 'merged'], hanging).map(({ table, record }) => `${table}/${record}`),
    ).toEqual([
      'partners/p',
      'partners/merged',
      'contacts/c1',
      'contacts/c3',
      'harms/h1',
      'roles/r1',
      'discussionPartners/d1',
    ]);
  });

  it('finds what was written down for a partner that somebody else deleted meanwhile', () => {
    expect(leftBehind(new Set(['p', 'merged']), hanging)).toEqual([
      { table: 'contacts', record: 'c2', field: 'deleted', value: true },
    ]);
    expect(leftBehind(new Set(['p', 'q', 'merged']), hanging)).toEqual([]);
  });
});

describe('handing a partner on', () => {
  const isHere = (member: string) => member !== 'left';
  const apply = (record: Readonly<Record<string, unknown>>, changes: ReturnType<typeof offer>) =>
    partner('p', {
      ...record,
      ...Object.fromEntries(changes.map(({ field, value }) => [field, value])),
    });

  it('stays with whoever carries it until the other takes it', () => {
    const offered = apply({ carriedBy: 'amina' }, offer(['p'], 'ruth'));
    expect(offeredTo(offered, isHere)).toBe('ruth');
    expect(handover([offered], 'amina', isHere)).toMatchObject({ mine: [offered], offered: [] });
    expect(handover([offered], 'ruth', isHere)).toMatchObject({ mine: [], offered: [offered] });
    const taken = apply(offered, take('p', 'ruth'));
    expect(handover([taken], 'ruth', isHere)).toMatchObject({ mine: [taken], offered: [] });
    expect(handover([taken], 'amina', isHere).mine).toEqual([]);
  });

  it('knows whose carrier left, and offers nothing to somebody who left', () => {
    const behind = partner('p', { carriedBy: 'left', handedTo: 'left' });
    expect(handover([behind], 'amina', isHere).leftBehind).toEqual([behind]);
    expect(offeredTo(behind, isHere)).toBeNull();
  });

  it('makes no circle, whoever hands what to whom in whatever order', () => {
    const who = fc.constantFrom('amina', 'ruth', 'sam');
    const step = fc.oneof(
      who.map((to) => offer(['p'], to)),
      who.map((me) => take('p', me)),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const end = steps.reduce(
          (record, changes) => apply(record, changes),
          apply({ carriedBy: 'amina' }, []),
        );
        const carriers = ['amina', 'ruth', 'sam'].filter(
          (me) => handover([end], me, isHere).mine.length > 0,
        );
        expect(carriers).toHaveLength(1);
        expect(offeredTo(end, isHere)).not.toBe(carriers[0]);
      }),
      { numRuns: 200 },
    );
  });
});
