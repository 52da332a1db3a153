import { expect, test } from 'vitest';
import { beyondLimits, limits } from '../fold/limits.ts';
import { anyOp, cast } from '../testing/cast.ts';
import { canCarry, piecesOf } from './pieces.ts';

const held = (
  ticket: number,
  text: string,
  audience: 'everyone' | { circle: string } = 'everyone',
) => ({
  ticket,
  audience,
  runs: [{ seen: ticket, ops: [anyOp(text)] }],
  releases: [],
});

test('writes to one audience share an entry, and another audience begins a new one', () => {
  const circle = { circle: 'AAAAAAAAAAAAAAAAAAAAAA' };
  const pieces = piecesOf([held(1, 'a'), held(2, 'b'), held(3, 'c', circle), held(4, 'd')]);
  expect(pieces.map(({ tickets }) => tickets)).toEqual([[1, 2], [3], [4]]);
  expect(pieces[0]?.ops.runs.map(({ seen }) => seen)).toEqual([1, 2]);
});

test('a write that is too large for one entry travels in several and comes back once', async () => {
  const { amina, ruth } = await cast('amina', 'ruth');
  const ops = Array.from({ length: 9 }, (_, i) => anyOp(`${i}`.repeat(60_000)));
  const ticket = ruth.replica.write('everyone', [{ seen: 0, ops }]);
  expect(await ruth.replica.send()).toEqual({ type: 'AllReadBack' });
  await amina.replica.catchUp();
  const read = amina.delivered.flatMap((one) =>
    one.type === 'Content' ? [one.accepted.runs] : [],
  );
  expect(read.flat().flatMap((run) => run.ops)).toEqual(ops);
  expect(read.length).toBeGreaterThan(4);
  const tickets = ruth.delivered.flatMap((one) => (one.type === 'Content' ? one.tickets : []));
  expect(tickets).toEqual([ticket]);
});

test('the deepest value that the fold keeps travels in an entry and comes back', async () => {
  const { amina, ruth } = await cast('amina', 'ruth');
  const levels = limits.depth;
  const deepest = JSON.parse('['.repeat(levels) + ']'.repeat(levels));
  const op = { ...anyOp(''), value: deepest };
  expect(beyondLimits(op)).toBeUndefined();
  expect(beyondLimits({ ...op, value: [deepest] })).toEqual({ type: 'BadValue', because: 'depth' });
  ruth.replica.write('everyone', [{ seen: 0, ops: [op] }]);
  expect(await ruth.replica.send()).toEqual({ type: 'AllReadBack' });
  await amina.replica.catchUp();
  expect(amina.delivered.at(-1)).toMatchObject({ accepted: { runs: [{ ops: [op] }] } });
});

test('twenty thousand writes held at once share few entries', () => {
  const many = Array.from({ length: 20_000 }, (_, i) => held(i + 1, 'a title'));
  const pieces = piecesOf(many);
  expect(pieces.length).toBeLessThan(30);
  expect(pieces.flatMap(({ tickets }) => tickets).length).toBe(20_000);
});

test('an op above the limit of an entry cannot travel', () => {
  expect(canCarry(anyOp('x'.repeat(190_000)))).toBe(true);
  expect(canCarry(anyOp('x'.repeat(210_000)))).toBe(false);
});
