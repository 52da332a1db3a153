import { expect, test } from 'vitest';
import { eachInTurn } from './each-in-turn.ts';

const wrong = (what: string) => () => {
  throw new Error(what);
};

test('each has its turn whatever was wrong with those before it, and the first mistake is heard of', async () => {
  const done: string[] = [];
  const steps = [
    wrong('at once'),
    async () => wrong('later')(),
    () => void done.push('a'),
    async () => void done.push('b'),
  ];
  await expect(eachInTurn(steps)).rejects.toThrow('at once');
  expect(done).toEqual(['a', 'b']);
  await expect(eachInTurn(steps.slice(1))).rejects.toThrow('later');
  expect(await eachInTurn(steps.slice(2))).toBeUndefined();
});

test('once it is over no further one begins', async () => {
  const done: string[] = [];
  const steps = ['a', 'b', 'c'].map((name) => () => void done.push(name));
  await eachInTurn(steps, () => done.length < 2);
  expect(done).toEqual(['a', 'b']);
});
