/** Any value that CBOR of ours can hold, for tests of what reads it. */
import fc from 'fast-check';
import type { Plain } from '../envelope/cbor-read.ts';

const text = fc.string({ unit: 'grapheme' }).filter((one) => one.isWellFormed());
const number = fc.oneof(
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => (one === 0 ? 0 : one)),
);

export const { value: anyPlain } = fc.letrec<{ value: Plain }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    number,
    text,
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Uint8Array.from(bytes)),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(text, tie('value'), { maxKeys: 5 }).map((map) => {
      const own: { [key: string]: Plain } = {};
      for (const [key, item] of Object.entries(map)) if (key !== '__proto__') own[key] = item;
      return own;
    }),
  ),
}));

/**
 * The value with one of its parts, however deep, in the place of which stands another; `at` chooses
 * which by numbers, as many as there are levels.
 */
export function withAnother(plain: Plain, at: readonly number[], other: Plain): Plain {
  const [choice, ...deeper] = at;
  if (choice === undefined || plain === null || typeof plain !== 'object') return other;
  if (plain instanceof Uint8Array) return other;
  const keys = Object.keys(plain);
  const key = keys[choice % keys.length];
  if (key === undefined) return other;
  if (Array.isArray(plain)) {
    return plain.map((item: Plain, i) =>
      String(i) === key ? withAnother(item, deeper, other) : item,
    );
  }
  const map = plain as { readonly [key: string]: Plain };
  return { ...map, [key]: withAnother(map[key] as Plain, deeper, other) };
}
