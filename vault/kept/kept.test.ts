import { afterEach, expect, test, vi } from 'vitest';
import { createMemoryStorage } from '../local/memory-storage.ts';
import { createPassingWorkspace } from '../passing/passing-workspace.ts';
import { keepWorkspace, listKept, unlockWorkspace } from './here.ts';
import { createTestContext, OTHER_SIX, opened, SIX } from './testing.ts';

afterEach(() => vi.useRealTimers());

test('what is kept is there after unlocking with the six words, and not with others', async () => {
  const here = createTestContext();
  const kept = opened(await keepWorkspace({ ...here, words: SIX }));
  const id = kept.newId();
  kept.commit([{ table: 'asks', record: id, field: 'title', value: 'Stand with us' }], 'everyone');
  expect(kept.tables.get('asks', id)).toMatchObject({ title: 'Stand with us' });
  expect(kept.safety.get()).toEqual({ type: 'Saving', waiting: 1 });
  expect(await kept.settled()).toEqual({ type: 'SavedHere' });
  await kept.lock();

  expect(await listKept(here)).toEqual([{ place: kept.place, open: false }]);
  expect(await unlockWorkspace({ ...here, words: OTHER_SIX })).toEqual({ type: 'WrongWords' });
  const again = opened(await unlockWorkspace({ ...here, words: SIX.toUpperCase() }));
  expect(again.tables.get('asks', id)).toEqual({ id, title: 'Stand with us' });
  expect(again.me).toBe(kept.me);
  expect(again.damaged).toEqual([]);
});

test('keeping takes everything of a passing workspace with its audiences and texts', async () => {
  const here = createTestContext();
  const passing = createPassingWorkspace({
    me: here.random(16).toBase64({ alphabet: 'base64url', omitPadding: true }),
    ...here,
  });
  const [story, note, plan] = [passing.newId(), passing.newId(), passing.newId()];
  passing.commit([{ table: 'stories', record: story, field: 'title', value: 'Told' }], 'everyone');
  passing.commit([{ table: 'notes', record: note, field: 'line', value: 'mine' }], passing.onlyMe);
  passing.commit(
    [{ table: 'plans', record: plan, field: 'line', value: 'ours' }],
    passing.coreTeam,
  );
  const text = passing.text('stories', story, 'body', 'everyone');
  text.text.insert(0, 'Once, in Fremont');
  const kept = opened(await keepWorkspace({ ...here, words: SIX, passing }));
  expect(kept.tables.get('stories', story)).toMatchObject({ title: 'Told' });
  expect(kept.tables.audienceOf('notes', note)).toEqual(kept.onlyMe);
  expect(kept.tables.audienceOf('plans', plan)).toEqual(kept.coreTeam);
  expect(kept.text('stories', story, 'body', 'everyone').toString()).toBe('Once, in Fremont');
  await kept.lock();
  const again = opened(await unlockWorkspace({ ...here, words: SIX }));
  expect(again.text('stories', story, 'body', 'everyone').toString()).toBe('Once, in Fremont');
  expect(again.tables.audienceOf('notes', note)).toEqual(again.onlyMe);
});

test('a storage without anything kept says so, and mistyped words are named', async () => {
  const here = { ...createTestContext(), storage: createMemoryStorage() };
  expect(await unlockWorkspace({ ...here, words: SIX })).toEqual({ type: 'NothingKept' });
  expect(await unlockWorkspace({ ...here, words: 'abandon abandn' })).toEqual({
    type: 'WordUnknown',
    at: 1,
  });
});

test('a text that is typed is saved by locking, even before its time', async () => {
  const here = createTestContext();
  const kept = opened(await keepWorkspace({ ...here, words: SIX }));
  const id = kept.newId();
  kept.commit([{ table: 'notes', record: id, field: 'made', value: true }], kept.onlyMe);
  kept.text('notes', id, 'body', kept.onlyMe).text.insert(0, 'before the lock');
  await kept.lock();
  const again = opened(await unlockWorkspace({ ...here, words: SIX }));
  expect(again.text('notes', id, 'body', again.onlyMe).toString()).toBe('before the lock');
});

test('what is typed is called saved when it is on the disk and not before, whenever the typing paused', async () => {
  const here = createTestContext();
  const kept = opened(await keepWorkspace({ ...here, words: SIX }));
  const id = kept.newId();
  kept.commit([{ table: 'notes', record: id, field: 'made', value: true }], kept.onlyMe);
  const { text } = kept.text('notes', id, 'body', kept.onlyMe);
  await kept.settled();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const pass = (ms: number) => {
    here.tick(ms);
    vi.advanceTimersByTime(ms);
  };
  text.insert(0, 'Written on ');
  expect(kept.safety.get()).toEqual({ type: 'Saving', waiting: 1 });
  pass(1500);
  text.insert(text.length, 'the ferry.');
  pass(500);
  expect(kept.safety.get(), 'typed half a second ago').toEqual({ type: 'Saving', waiting: 1 });
  pass(2000);
  vi.useRealTimers();
  await vi.waitFor(() => expect(kept.safety.get()).toEqual({ type: 'SavedHere' }), 10_000);
  const copy = { ...createTestContext(2), storage: here.storage.copy() };
  const again = opened(await unlockWorkspace({ ...copy, words: SIX }));
  expect(again.text('notes', id, 'body', again.onlyMe).toString()).toBe('Written on the ferry.');
});

test('everything exported from one workspace can be imported into another, with its audiences', async () => {
  const here = createTestContext();
  const from = opened(await keepWorkspace({ ...here, words: SIX }));
  const id = from.newId();
  from.commit([{ table: 'notes', record: id, field: 'line', value: 'mine' }], from.onlyMe);
  from.text('notes', id, 'body', from.onlyMe).text.insert(0, 'typed', { italic: true });
  const exported = JSON.stringify(from.exportAll());
  const into = opened(await keepWorkspace({ ...createTestContext(2), words: SIX }));
  expect(into.importAll(exported)).toMatchObject({ type: 'Plan', leftOut: [] });
  expect(into.tables.get('notes', id)).toMatchObject({ line: 'mine' });
  expect(into.tables.audienceOf('notes', id)).toEqual(into.onlyMe);
  expect(into.text('notes', id, 'body', into.onlyMe).text.toDelta()).toEqual([
    { insert: 'typed', attributes: { italic: true } },
  ]);
  expect(await into.settled()).toEqual({ type: 'SavedHere' });
});

test('a text longer than any entry is kept whole', async () => {
  const here = createTestContext();
  const passing = createPassingWorkspace({ me: 'AAAAAAAAAAAAAAAAAAAAAA', ...here });
  const id = passing.newId();
  const long = 'A line of a very long document. '.repeat(20_000);
  passing.text('stories', id, 'body', 'everyone').text.insert(0, long);
  const kept = opened(await keepWorkspace({ ...here, words: SIX, passing }));
  expect(kept.text('stories', id, 'body', 'everyone').toString()).toBe(long);
  kept.text('stories', id, 'body', 'everyone').text.insert(0, long);
  expect(await kept.settled()).toEqual({ type: 'SavedHere' });
  await kept.lock();
  const again = opened(await unlockWorkspace({ ...here, words: SIX }));
  expect(again.text('stories', id, 'body', 'everyone').toString()).toBe(long + long);
});
