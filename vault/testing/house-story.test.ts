import { expect, test } from 'vitest';
import { bytesToText } from '../envelope/bytes.ts';
import { playHouseStory } from './house-story.ts';

test('the story plays the same bytes each time', async () => {
  const [first, second] = [await playHouseStory(), await playHouseStory()];
  const told = (story: typeof first) =>
    story.wires.map(({ name, wire }) => [name, bytesToText(wire)]);
  expect(told(second)).toEqual(told(first));
});
