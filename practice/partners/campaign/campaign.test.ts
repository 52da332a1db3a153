import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fields } from '../../stories/record.ts';
import { tables } from '../../tables.ts';
import { belongsToCampaign } from './belongs.ts';
import { type Known, whatMayGo } from './may-go.ts';
import { campaignKey, openCampaign, whatGoes } from './open-campaign.ts';

/** Every table and field that may be in a coalition workspace, written out: a new one fails here until it was read. */
const allowed: Readonly<Record<string, RegExp>> = {
  partners: /^(name|movement|part)$/,
  issues: /^(name|kind)$/,
  ties: /^(from|to|kind|why|state)$/,
  asks: /^(direction|from|what|mostAffected|theyAskedFor|text|by|on|receivedOn|language|partner|issue)$/,
  stories: /^(title|series|place|language|direction|format|whose|piece:.+|words:.+)$/,
};

const ids = ['a', 'b', 'c', 'd', 'e'];
const readers = ['everyone', 'coreTeam', 'others'] as const;

/** A value that any field may hold: words that tell where they stood, ids, days, choices, nonsense. */
const anyValue = (table: string, field: string) =>
  fc.oneof(
    fc.constant(`from ${table}.${field}`),
    fc.constantFrom(...ids),
    fc.constantFrom<unknown>('2026-03-04', true, false, null, 7, ['x'], { campaign: 'x' }),
    fc.constantFrom('we-ask', 'kept', 'ours', 'informs', 'campaign', 'issue', 'reaches'),
  );

const anyRecord: fc.Arbitrary<Known> = fc
  .constantFrom(...Object.keys(tables), 'a table of a later version')
  .chain((table) => {
    const known = (tables as Record<string, { fields: object } | undefined>)[table]?.fields ?? {};
    const fields = [...Object.keys(known), 'document:0', 'ofALaterVersion'];
    const piece = fc.record({
      order: fc.constant('i'),
      kind: fc.constantFrom('paragraph', 'partner', 'unrecognised', 'plain'),
      text: fc.constantFrom('what is told', 'left over'),
      places: fc.constant([4, 0, 9]),
    });
    return fc.record({
      table: fc.constant(table),
      record: fc
        .tuple(
          fc.constantFrom(...ids),
          fc.record(Object.fromEntries(fields.map((one) => [one, anyValue(table, one)])), {
            requiredKeys: [],
          }),
          piece,
        )
        .map(([id, values, told]): Fields => ({ ...values, 'piece:p': told, id })),
      readers: fc.constantFrom(...readers),
    });
  });

/** One workspace: no two records of one table have one id. */
const anyWorkspace = fc.uniqueArray(anyRecord, {
  selector: ({ table, record }) => campaignKey(table, record.id),
  maxLength: 40,
});
const allKeys = (records: readonly Known[]) =>
  records.map(({ table, record }) => campaignKey(table, record.id));

const counting = () => {
  let next = 0;
  return () => `new ${next++}`;
};

describe('a campaign that is opened', () => {
  it('takes along only what is ticked and on the list, whatever else is in the workspace', () => {
    fc.assert(
      fc.property(anyWorkspace, fc.func(fc.boolean()), (records, wanted) => {
        const ticked = new Set(allKeys(records).filter(wanted));
        for (const { table, id } of whatGoes(records, ticked)) {
          expect(ticked.has(campaignKey(table, id))).toBe(true);
          const from = records.find((one) => one.table === table && one.record.id === id);
          expect(from?.readers).not.toBe('others');
        }
        for (const { table, field, value } of openCampaign(records, ticked, counting())) {
          expect(field).toMatch(allowed[table] ?? /nothing/);
          // Words stand in the table and the field that they stood in, and nowhere else.
          const said = JSON.stringify(value);
          if (said.includes('"from ')) expect(said).toBe(JSON.stringify(`from ${table}.${field}`));
          expect(said).not.toContain('left over');
        }
      }),
    );
  });

  it('takes nothing that was not ticked, and nothing at all where nothing was', () => {
    fc.assert(
      fc.property(anyWorkspace, (records) => {
        expect(openCampaign(records, new Set(), counting())).toEqual([]);
      }),
    );
  });

  it('gives every record a new id, and points at nothing that stays behind', () => {
    fc.assert(
      fc.property(anyWorkspace, fc.func(fc.boolean()), (records, wanted) => {
        const ticked = new Set(allKeys(records).filter(wanted));
        const changes = openCampaign(records, ticked, counting());
        const there = new Set(changes.map(({ table, record }) => campaignKey(table, record)));
        for (const { table, record, field, value } of changes) {
          expect(record).toMatch(/^new /);
          const to = { ties: { from: 1, to: 1 }, asks: { partner: 1, issue: 1 } } as Record<
            string,
            Record<string, number>
          >;
          if (!to[table]?.[field]) continue;
          const ends = [
            campaignKey('partners', String(value)),
            campaignKey('issues', String(value)),
          ];
          expect(ends.some((end) => there.has(end))).toBe(true);
        }
      }),
    );
  });

  it('never depends on the order of the records', () => {
    const shuffled = anyWorkspace.chain((records) =>
      fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
    );
    fc.assert(
      fc.property(shuffled, ([records, others]) => {
        const ticked = new Set(allKeys(records));
        expect(openCampaign(others, ticked, counting())).toEqual(
          openCampaign(records, ticked, counting()),
        );
      }),
    );
  });

  it('lets a tie go only together with both of its ends', () => {
    const tie = known('ties', 't', { from: 'i', to: 'p', state: 'kept', why: 'They told us.' });
    const ends = [known('issues', 'i', { name: 'Rent' }), known('partners', 'p', { name: 'Bay' })];
    const all = [tie, ...ends];
    expect(openCampaign(all, new Set(['ties/t', 'issues/i']), counting())).toEqual([
      { table: 'issues', record: 'new 0', field: 'name', value: 'Rent' },
    ]);
    expect(openCampaign(all, new Set(allKeys(all)), counting())).toContainEqual({
      table: 'ties',
      record: 'new 2',
      field: 'to',
      value: 'new 0',
    });
  });

  it('leaves behind what others asked of us, and of a story what was left over and its document', () => {
    expect(whatMayGo(known('asks', 'x', { what: 'Stand with us', from: 'Bay' }))).toBeUndefined();
    expect(whatMayGo(known('stories', 's', { whose: 'others', title: 'Told' }))).toBeUndefined();
    const story = known('stories', 's', {
      whose: 'ours',
      title: 'Told',
      sourceName: 'zahra.docx',
      'document:0': 'all of it',
      'piece:p': { order: 'i', kind: 'paragraph', text: 'We won.', places: [3, 0, 7] },
      'piece:q': { order: 'j', kind: 'unrecognised', text: 'Call Zahra', places: [] },
    });
    expect(whatMayGo(story)?.values).toEqual([
      ['title', 'Told'],
      ['whose', 'ours'],
      ['piece:p', { order: 'i', kind: 'paragraph', text: 'We won.', places: [] }],
    ]);
  });
});

describe('what belongs to a campaign', () => {
  const workspace = [
    known('partners', 'bay', { name: 'Bay Elders', part: 'guides' }),
    known('partners', 'cooks', { name: 'Ferry Cooks' }),
    known('partners', 'riders', { name: 'Night Riders', part: 'informs' }),
    known('issues', 'c', { name: 'Homes for All', kind: 'campaign' }),
    known('issues', 'rent', { name: 'Rent', kind: 'issue' }),
    known('issues', 'water', { name: 'Water', kind: 'issue' }),
    known('ties', 't', { from: 'c', to: 'rent', state: 'kept' }),
    known('ties', 'p', { from: 'c', to: 'water', state: 'proposed' }),
    known('asks', 'court', { direction: 'we-ask', what: 'Come to court for homes for all' }),
    known('asks', 'letter', { direction: 'we-ask', what: 'Sign', partner: 'riders' }),
    known('asks', 'pots', { direction: 'we-ask', what: 'Two pots', partner: 'cooks' }),
    known('asks', 'theirs', { what: 'Homes for all', partner: 'bay' }),
    known('contacts', 'met', { partner: 'bay' }),
    known('conversations', 'hard', { partner: 'bay', said: 'Homes for all' }),
  ];

  it('is found by its name, by the map and by who has a part in it', () => {
    const found = belongsToCampaign({ name: 'homes for all', partner: 'bay' }, workspace);
    expect(found.map(({ table, id, why }) => [campaignKey(table, id), why])).toEqual([
      ['partners/bay', 'opened-to'],
      ['partners/riders', 'has-part'],
      ['issues/c', 'campaign'],
      ['issues/rent', 'tied'],
      ['ties/t', 'tied'],
      ['asks/court', 'about-it'],
      ['asks/letter', 'asked-of'],
    ]);
  });

  it('is only the partners with a part, where it has no name yet', () => {
    const found = belongsToCampaign({ name: '', partner: 'bay' }, workspace);
    expect(found.map(({ id }) => id)).toEqual(['bay', 'riders', 'letter']);
  });

  it('offers nothing that may not go', () => {
    fc.assert(
      fc.property(anyWorkspace, fc.constantFrom(...ids), (records, partner) => {
        const keys = new Set(
          belongsToCampaign({ name: 'from', partner }, records).map(({ table, id }) =>
            campaignKey(table, id),
          ),
        );
        for (const known of records)
          if (keys.has(campaignKey(known.table, known.record.id)))
            expect(whatMayGo(known)).toBeDefined();
      }),
    );
  });
});

function known(table: string, id: string, fields: object): Known {
  return { table, record: { ...fields, id }, readers: 'coreTeam' };
}
