import { expect, test } from 'vitest';
import type { Child, Children } from '../log/children.ts';
import { createMemoryChildren } from '../log/memory-children.ts';
import { StreamAway } from '../log/stream-errors.ts';
import { seededRandom, testClock } from '../testing/cast.ts';
import { lobbyKeys, MOST_MESSAGES, postInto, postTo, watchLobby } from './lobby.ts';

/** An open lobby, and where each request of a watch begins to read. */
async function lobby(name: string) {
  const random = seededRandom(name);
  const keys = await lobbyKeys(random(16), 'invitation');
  const children = createMemoryChildren(testClock());
  const opened = await children.open(keys, null);
  if ('type' in opened) throw new Error('Must hold: the lobby is there');
  const asked: string[] = [];
  const between: { isAway: boolean } = { isAway: false };
  const at = (address: Parameters<Children['at']>[0]): Child => {
    const child = children.at(address);
    const note = (how: string, from: string) => {
      asked.push(`${how} ${from}`);
      if (between.isAway) throw new StreamAway('cut');
    };
    return {
      ...child,
      async read(from) {
        note('read', from);
        return { ...(await child.read(from)), atEnd: true };
      },
      async wait(from, signal) {
        note('wait', from);
        return child.wait(from, signal);
      },
    };
  };
  const watched: Children = { ...children, at };
  const post = (text: string) => postTo(opened, keys, ['note', text], random);
  const wires = [...children.streams.values()][0]?.wires ?? [];
  return { keys, children, watched, opened, asked, between, post, wires, random };
}

const { signal } = new AbortController();
const texts = (found: unknown) => (found as readonly (readonly string[])[]).map(([, text]) => text);

test('who waits at a lobby hears of a message at once, and asks only for what is new', async () => {
  const { watched, keys, asked, post } = await lobby('live');
  await post('one');
  const watch = watchLobby(watched, keys);
  expect(texts(await watch.look())).toEqual(['one']);
  const news = watch.news(signal);
  await post('two');
  expect(await news).toBe(true);
  expect(texts(await watch.look())).toEqual(['one', 'two']);
  expect(asked).toEqual(['read ', 'wait 1', 'read 1']);
});

test('a message is posted, and a lobby read, without asking first whether it is there', async () => {
  const { watched, keys, asked, random } = await lobby('at once');
  expect(await postInto(watched, keys, ['note', 'one'], random)).toBeUndefined();
  const other = await lobbyKeys(random(16), 'invitation');
  expect(await postInto(watched, other, ['note', 'one'], random)).toEqual({ type: 'NotThere' });
  expect(await watchLobby(watched, other).look()).toEqual({ type: 'NotThere' });
  expect(asked).toEqual(['read ']);
});

test('after a wait that brought nothing it reads from the beginning: a server may have lost its end', async () => {
  const { children, keys, post, wires } = await lobby('lost');
  await post('one');
  await post('lost');
  const at = (address: typeof keys): Child => ({
    ...children.at(address),
    wait: async () => false,
  });
  const watch = watchLobby({ ...children, at }, keys);
  expect(texts(await watch.look())).toEqual(['one', 'lost']);
  // A backup was put back, and another message took the place of the one that was lost.
  wires.pop();
  await post('instead');
  expect(await watch.news(signal)).toBe(false);
  expect(texts(await watch.look())).toEqual(['one', 'instead']);
});

test('where a server lets nobody wait, or is away, there is no news and no error', async () => {
  const { watched, keys, between, post } = await lobby('away');
  await post('one');
  const watch = watchLobby(watched, keys);
  await watch.look();
  between.isAway = true;
  expect(await watch.news(signal)).toBe(false);
  expect(await watch.look()).toEqual({ type: 'Away' });
  between.isAway = false;
  expect(texts(await watch.look())).toEqual(['one']);
});

test('who stops waiting is let go of at once', async () => {
  const { watched, keys } = await lobby('stopped');
  const watch = watchLobby(watched, keys);
  await watch.look();
  const stop = new AbortController();
  const news = watch.news(stop.signal);
  stop.abort();
  expect(await news).toBe(false);
});

test('E07: a watch looks at no more than one reading does, and then it waits for nothing', async () => {
  const { watched, keys, asked, opened, post, random } = await lobby('flood');
  await post('first');
  const watch = watchLobby(watched, keys);
  for (let part = 0; part < 4; part += 1) {
    await opened.append(Array.from({ length: MOST_MESSAGES / 2 }, () => random(400)));
    await watch.look();
  }
  await post('late');
  asked.length = 0;
  expect(texts(await watch.look())).toEqual(['first']);
  expect(await watch.news(signal)).toBe(false);
  expect(texts(await watch.look())).toEqual(['first']);
  expect(asked).toEqual([]);
});
