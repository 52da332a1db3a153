import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPassingWorkspace } from '../../passing/passing-workspace.ts';
import type { Value } from '../../types.ts';
import { type ExportSource, exportAll, jsonToValue, valueToJson } from './export-all.ts';
import { exportToPage } from './export-page.ts';
import { planImport } from './import-all.ts';

let state = 1;
const random = (length: number) => {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    bytes[i] = state >> 16;
  }
  return bytes;
};
const now = () => Date.UTC(2026, 10, 23);
const newWorkspace = () => createPassingWorkspace({ me: 'AAAAAAAAAAAAAAAAAAAAAA', random, now });

function sample() {
  const from = newWorkspace();
  const [ask, note] = [from.newId(), from.newId()];
  from.commit(
    [{ table: 'asks', record: ask, field: 'title', value: '<script>alert(1)</script>' }],
    from.coreTeam,
  );
  from.commit(
    [{ table: 'notes', record: note, field: 'bytes', value: Uint8Array.of(1, 2) }],
    from.onlyMe,
  );
  const handle = from.text('asks', ask, 'body', from.coreTeam);
  handle.text.insert(0, 'A long ', {});
  handle.text.insert(7, 'text', { bold: true });
  const texts = [
    { table: 'asks', record: ask, field: 'body', audience: from.coreTeam, text: handle.text },
  ];
  const source: ExportSource = { ...from, texts, now: now() };
  return { ask, note, exported: exportAll(source) };
}

test('what is exported comes back with the same ids, values, audiences and formatting', () => {
  const { ask, note, exported } = sample();
  const into = newWorkspace();
  const plan = planImport(JSON.stringify(exported), into);
  if (plan.type !== 'Plan') throw new Error(plan.type);
  expect(plan.leftOut).toEqual([]);
  for (const { audience, changes } of plan.commits) into.commit(changes, audience);
  expect(into.tables.get('asks', ask)).toEqual({ id: ask, title: '<script>alert(1)</script>' });
  expect(into.tables.get('notes', note)?.bytes).toEqual(Uint8Array.of(1, 2));
  expect(into.tables.audienceOf('asks', ask)).toEqual(into.coreTeam);
  expect(into.tables.audienceOf('notes', note)).toEqual(into.onlyMe);
  expect(plan.texts).toMatchObject([
    {
      record: ask,
      audience: into.coreTeam,
      delta: [{ insert: 'A long ' }, { insert: 'text', attributes: { bold: true } }],
    },
  ]);
});

test('any value goes through JSON and back', () => {
  const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constant(null),
      fc.boolean(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
      fc.string(),
      fc.uint8Array({ maxLength: 8 }),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', '$', '$bytes', '$$x', 'b'), tie('value'), {
        noNullPrototype: true,
      }),
    ),
  })).value;
  fc.assert(
    fc.property(value, (given) => {
      expect(jsonToValue(JSON.parse(JSON.stringify(valueToJson(given))))).toEqual(given);
    }),
    { numRuns: 200 },
  );
});

test('the page escapes every value, runs no script and asks nothing of the network', () => {
  const { exported } = sample();
  const page = exportToPage(exported, {
    language: 'ar',
    direction: 'rtl',
    title: 'كل شيء',
    table: (name) => name,
    field: (_, name) => name,
    audience: { everyone: 'all', 'core-team': 'team', 'only-me': 'me', 'named-people': 'some' },
  });
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).not.toContain('<script');
  expect(page).toContain('A long text');
  expect(page).not.toMatch(/https?:|src=|url\(/);
});

test('what is no export is refused, and broken parts are listed while the rest comes in', () => {
  const into = newWorkspace();
  for (const text of ['', 'null', '[]', '{}', '{"format":"alongside-export"}', '{"format"']) {
    expect(planImport(text, into)).toEqual({ type: 'NotAnExport' });
  }
  const { exported } = sample();
  expect(planImport(JSON.stringify({ ...exported, version: 9 }), into)).toEqual({
    type: 'NewerVersion',
  });
  const tables = {
    ...exported.tables,
    bad: [
      null,
      { id: 'x', fields: {} },
      { id: 'AAAAAAAAAAAAAAAAAAAAAA', fields: { ok: 1, id: 2 } },
    ],
  };
  const plan = planImport(JSON.stringify({ ...exported, tables }), into);
  expect(plan).toMatchObject({
    type: 'Plan',
    leftOut: ['tables/bad/0', 'tables/bad/1', 'tables/bad/2/id'],
  });
});

test('no text makes the import throw', () => {
  fc.assert(
    fc.property(fc.json(), (text) => void planImport(text, newWorkspace())),
    { numRuns: 100 },
  );
});

test('a record whose audience nobody knows is exported as the narrowest, never as everyone’s', () => {
  const from = newWorkspace();
  const record = from.newId();
  from.commit([{ table: 'notes', record, field: 'line', value: 'x' }], from.onlyMe);
  const tables = { ...from.tables, audienceOf: () => undefined };
  const exported = exportAll({ ...from, tables, texts: [], now: now() });
  expect(exported.tables.notes).toMatchObject([{ audience: 'only-me' }]);
});
