import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonMessages } from './json-messages.ts';

const messagesOf = (text: string) => jsonMessages(Buffer.from(text));

test('an array is a list of messages, anything else is one', () => {
  expect(messagesOf('[{"a":[1,2]},"x,]",3]')).toEqual(['{"a":[1,2]}', '"x,]"', '3']);
  expect(messagesOf(' {"a":1} ')).toEqual(['{"a":1}']);
  expect(messagesOf('[]')).toEqual([]);
  expect(messagesOf('[[1,2],[3]]')).toEqual(['[1,2]', '[3]']);
});

test('numbers and escapes stay as they were written', () => {
  expect(messagesOf('[9007199254740993, 1.0, "\\u0041\\"]"]')).toEqual([
    '9007199254740993',
    '1.0',
    '"\\u0041\\"]"',
  ]);
});

test('what is no JSON is no message', () => {
  for (const text of ['', '[', '{"a":}', '[1,]', 'x']) expect(messagesOf(text)).toBeUndefined();
  expect(jsonMessages(Uint8Array.of(0x22, 0xff, 0x22))).toBeUndefined();
});

test('whatever values are sent come back', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.constantFrom(undefined, 1, '\t'), (values, indent) => {
      const messages = messagesOf(JSON.stringify(values, null, indent)) ?? [];
      expect(JSON.parse(`[${messages.join(',')}]`)).toEqual(JSON.parse(JSON.stringify(values)));
      expect(messages).toHaveLength(values.length);
    }),
  );
});
