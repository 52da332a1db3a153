import { expect, test } from 'vitest';
import { applyUpdate, type Doc } from 'yjs';
import { createPassingWorkspace } from './passing-workspace.ts';

function passing() {
  let time = 1_700_000_000_000;
  let seed = 1;
  return createPassingWorkspace({
    me: 'amina',
    now: () => (time += 1),
    random: (bytes) => Uint8Array.from({ length: bytes }, () => (seed = (seed * 73 + 41) % 251)),
  });
}

test('what is committed is seen at once, by its id', () => {
  const workspace = passing();
  const ask = workspace.newId();
  workspace.commit(
    [
      { table: 'asks', record: ask, field: 'title', value: 'Four interpreters' },
      { table: 'asks', record: ask, field: 'size', value: 'hard' },
    ],
    workspace.coreTeam,
  );
  expect(workspace.tables.get('asks', ask)).toEqual({
    id: ask,
    title: 'Four interpreters',
    size: 'hard',
  });
  expect(workspace.tables.audienceOf('asks', ask)).toEqual(workspace.coreTeam);
  expect(workspace.safety.get()).toEqual({ type: 'NothingKept' });
});

test('a record keeps its audience, whatever a later commit says', () => {
  const workspace = passing();
  const note = workspace.newId();
  const set = (value: string) => [{ table: 'notes', record: note, field: 'text', value }];
  workspace.commit(set('first'), workspace.onlyMe);
  workspace.commit(set('second'), 'everyone');
  expect(workspace.tables.audienceOf('notes', note)).toEqual(workspace.onlyMe);
  expect(workspace.tables.all('notes')).toEqual([{ id: note, text: 'second' }]);
});

test('listeners hear once of a commit, after all of it is visible', () => {
  const workspace = passing();
  const heard: number[] = [];
  workspace.tables.subscribe('asks', () => heard.push(workspace.tables.all('asks').length));
  workspace.commit(
    ['a', 'b', 'c'].map((record) => ({ table: 'asks', record, field: 'title', value: record })),
    'everyone',
  );
  expect(heard).toEqual([3]);
});

test('changes lists commits and texts, so that another workspace becomes equal', () => {
  const workspace = passing();
  workspace.commit([{ table: 'stories', record: 's', field: 'title', value: 'Court' }], 'everyone');
  const body = workspace.text('stories', 's', 'body', 'everyone');
  body.text.insert(0, 'We came because they had come for us.');
  body.text.format(0, 7, { italic: true });
  const replayed = passing();
  for (const { audience, ops } of workspace.changes()) {
    for (const op of ops) {
      if ('value' in op) replayed.commit([op], audience);
      else {
        const into = replayed.text(op.table, op.record, op.field, audience);
        applyUpdate(into.text.doc as Doc, op.update);
        into.close();
      }
    }
  }
  expect(replayed.tables.all('stories')).toEqual(workspace.tables.all('stories'));
  const again = replayed.text('stories', 's', 'body', 'everyone');
  expect(again.text.toDelta()).toEqual([
    { insert: 'We came', attributes: { italic: true } },
    { insert: ' because they had come for us.' },
  ]);
  expect(replayed.changes()).toEqual(workspace.changes());
});

test('a value beyond the limits is our mistake: it throws and changes nothing', () => {
  const workspace = passing();
  const tooLong = 'x'.repeat(70_000);
  expect(() =>
    workspace.commit([{ table: 'asks', record: 'a', field: 'title', value: tooLong }], 'everyone'),
  ).toThrow('within the limits');
  expect(workspace.tables.all('asks')).toEqual([]);
});
