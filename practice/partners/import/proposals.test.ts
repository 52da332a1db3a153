import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partner, person, role } from '../testing.ts';
import type { FoundPerson } from './found.ts';
import { keepMeetings, meetingProposals } from './meetings.ts';
import { keepProposals, proposalsFor } from './proposals.ts';

const found = (at: number, given: Partial<FoundPerson>): FoundPerson => ({
  at,
  name: 'Amina Diaz',
  organization: 'Harbor',
  role: '',
  reach: '',
  ...given,
});
const empty = { partners: [], people: [], roles: [] };
function ids(): () => string {
  let next = 0;
  return () => `id-${next++}`;
}

describe('people found in a file, beside what is here', () => {
  const here = {
    partners: [partner('p', { name: 'The Harbor' })],
    people: [person('x', { name: 'Amina Diaz', reach: 'a@h.org' })],
    roles: [role('r', { person: 'x', partner: 'p', role: 'Director' })],
  };

  it('are known by name and address, or by name and organization', () => {
    const proposals = proposalsFor(
      [
        found(1, { reach: 'A@H.org', organization: 'Delta' }),
        found(2, { role: 'director' }),
        found(3, { organization: 'Delta' }),
        found(4, { name: 'Sam', reach: 'a@h.org' }),
      ],
      here,
    );
    expect(proposals.map(({ knownAs, partner: p, isAllHere }) => [knownAs, p, isAllHere])).toEqual([
      ['x', null, false],
      ['x', 'p', true],
      // The address and the organization tell that row 3 is the Amina of row 1; the file says so below.
      [null, null, false],
      [null, 'p', false],
    ]);
  });

  it('become one person and one organization however many rows name them', () => {
    const proposals = proposalsFor(
      [
        found(2, { reach: 'a@h.org', role: 'Director' }),
        found(3, { reach: 'a@h.org', organization: 'Delta', role: 'Board' }),
        found(4, { reach: 'a@h.org', role: 'Director' }),
        found(5, { name: 'Sam', organization: 'harbor' }),
      ],
      empty,
    );
    const changes = keepProposals(proposals, ids()).flat();
    const of = (table: string, field: string) =>
      changes
        .filter((change) => change.table === table && change.field === field)
        .map(({ value }) => value);
    expect(of('people', 'name')).toEqual(['Amina Diaz', 'Sam']);
    expect(of('partners', 'name')).toEqual(['Harbor', 'Delta']);
    expect(of('roles', 'role')).toEqual(['Director', 'Board']);
    expect(of('roles', 'person')).toHaveLength(3);
  });

  it('write nothing but name, reach, role and who belongs where', () => {
    const words = fc.string({ maxLength: 8 });
    const rows = fc.array(
      fc.record({
        name: words.filter((w) => w !== ''),
        organization: words,
        role: words,
        reach: words,
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, (given) => {
        const people = given.map((one, at) => ({ ...one, at: at + 2 }));
        const proposals = proposalsFor(people, empty);
        const changes = keepProposals(proposals, ids()).flat();
        const fields = new Set(changes.map(({ table, field }) => `${table}.${field}`));
        for (const field of fields) {
          expect([
            'people.name',
            'people.reach',
            'partners.name',
            'roles.person',
            'roles.partner',
            'roles.role',
          ]).toContain(field);
        }
        // Nobody is lost: every row is a person that is written down, or the same as an earlier one.
        expect(keepProposals(proposals, ids())).toHaveLength(people.length);
        const written = changes.filter(
          ({ table, field }) => table === 'people' && field === 'name',
        );
        expect(
          written.length + proposals.filter(({ sameAsRow }) => sameAsRow !== null).length,
        ).toBe(people.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('past meetings as proposed contacts', () => {
  const meeting = (title: string, on: string) => ({ at: 1, title, on, recurs: false });

  it('go to the partner that the title names, the longer name first, and to nobody else', () => {
    const partners = [partner('h', { name: 'Harbor' }), partner('t', { name: 'Harbor Tenants' })];
    const proposals = meetingProposals(
      [
        meeting('Call with the Harbor Tenants!', '2026-10-01'),
        meeting('harbor walk', '2026-10-02'),
        meeting('Dentist', '2026-10-03'),
        meeting('harbor walk', '2026-08-02'),
      ],
      partners,
      [
        { partner: 'h', on: '2026-10-02', month: null },
        { partner: 'h', on: null, month: '2026-08' },
      ],
    );
    expect(proposals.map(({ partner: p, isHere }) => [p, isHere])).toEqual([
      ['t', false],
      ['h', true],
      [null, false],
      ['h', true],
    ]);
  });

  it('keep the partner, the day and that we met: never the title', () => {
    const changes = keepMeetings(
      [
        { partner: 'h', on: '2026-10-01' },
        { partner: 'h', on: '2026-10-01' },
      ],
      ids(),
    );
    expect(changes.map(({ field, value }) => [field, value])).toEqual([
      ['partner', 'h'],
      ['kind', 'meeting'],
      ['on', '2026-10-01'],
    ]);
  });
});
