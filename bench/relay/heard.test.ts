import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHeard } from './heard.ts';
import { markIn, messageOf } from './messages.ts';

test('each reader has a message once, however it is cut and whatever came before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 460 }), fc.nat(), async (cut, number) => {
      const [before, wanted] = [messageOf(number, 300), messageOf(number + 1, 300)];
      const bytes = Buffer.from(`data:["${before}"]\n\ndata:["${wanted}"]\n\n`);
      const heard = createHeard(2);
      const all = heard.expect(markIn(wanted));
      for (const reader of [0, 1]) {
        heard.take(reader, bytes.subarray(0, cut));
        heard.take(reader, bytes.subarray(cut));
        heard.take(reader, bytes);
      }
      await all;
      expect(heard.count).toBe(2);
    }),
  );
});

test('a reader who does not have it is missed', () => {
  const heard = createHeard(3);
  void heard.expect(markIn(messageOf(2, 300)));
  for (const reader of [0, 1]) heard.take(reader, Buffer.from(messageOf(2, 300)));
  heard.take(2, Buffer.from(messageOf(1, 300)));
  expect(heard.count).toBe(2);
});
