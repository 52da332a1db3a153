import { expect, test } from 'vitest';
import { wireToText } from '../envelope/wire-text.ts';
import { reachChild } from '../log/children.ts';
import type { Wire } from '../log/types.ts';
import { problem } from '../testing/contract-relay.ts';
import { contextOn } from '../testing/relay-players.ts';
import { createRelayChildren } from './relay-children.ts';

const at = { id: new Uint8Array(16), read: new Uint8Array(32), append: new Uint8Array(32) };
const wire = new Uint8Array(600).fill(1);
const { signal } = new AbortController();

/** A child behind a server that answers what it is told, and what was asked of it. */
function child(...answers: readonly (() => Response)[]) {
  const asked: string[] = [];
  const left = [...answers];
  const fetcher: typeof fetch = async (input, init) => {
    const { method, url } = new Request(input, init);
    asked.push(`${method} ${new URL(url).search}`);
    return left.shift()?.() ?? problem(503);
  };
  const children = createRelayChildren(contextOn('https://relay.example', fetcher), null);
  return { child: children.at(at), asked };
}

const holds = (next: string, wires: readonly Wire[], more = {}) => {
  const headers = { 'content-type': 'application/json', 'stream-next-offset': next, ...more };
  return () => new Response(JSON.stringify(wires.map(wireToText)), { headers });
};
const nothing = (next: string) => () =>
  new Response(null, { status: 204, headers: { 'stream-next-offset': next } });
const atEnd = { 'stream-up-to-date': 'true' };

test('nobody asks first whether a child is there: its first use says', async () => {
  const { child: gone, asked } = child(
    () => problem(404),
    () => problem(404),
  );
  expect(await reachChild(() => gone.read(''))).toEqual({ type: 'NotThere' });
  expect(await reachChild(() => gone.append([wire]))).toEqual({ type: 'NotThere' });
  expect(asked).toEqual(['GET ?offset=-1', 'POST ']);
});

test('what the server says is the end is told as one', async () => {
  const { child: here } = child(holds('1', [wire]), holds('2', [wire], atEnd));
  expect(await here.read('')).toMatchObject({ next: '1', atEnd: false });
  expect(await here.read('1')).toMatchObject({ next: '2', atEnd: true });
});

test('news is waited for at the place that was read to, and not asked for again', async () => {
  const { child: here, asked } = child(holds('1', [wire], atEnd), holds('2', [wire], atEnd));
  await here.read('');
  expect(await here.wait('1', signal)).toBe(true);
  expect(await here.read('1')).toMatchObject({ wires: [wire], next: '2' });
  expect(asked).toEqual(['GET ?offset=-1', 'GET ?offset=1&live=long-poll']);
});

test('a wait without news is no error; a server that lets nobody wait is away for that long', async () => {
  const { child: here } = child(nothing('1'), () => problem(429, { 'retry-after': '30' }));
  expect(await here.wait('1', signal)).toBe(false);
  expect(await reachChild(() => here.wait('1', signal))).toEqual({ type: 'Away' });
});

test('a server that lost its end is found out: it does not end where it was read to', async () => {
  const { child: here } = child(holds('1', [], atEnd));
  expect(await reachChild(() => here.read('3'))).toEqual({ type: 'Away' });
});
