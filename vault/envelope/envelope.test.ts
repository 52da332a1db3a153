import fc from 'fast-check';
import { expect, test } from 'vitest';
import { epochSecret } from '../identity/secret.ts';
import { seededRandom } from '../testing/cast.ts';
import { bytesToText, concat, textToBytes } from './bytes.ts';
import { contexts, derive } from './contexts.ts';
import { bucketFor, pad, unpad } from './padding.ts';
import { AROUND, HEADER, kidFor, openWire, readHeader, sealWire } from './seal.ts';
import { textToWire, wireToText } from './wire-text.ts';

const stream = new Uint8Array(16).fill(1);

test('contexts are distinct, ASCII, end in zero, and none is a prefix of another', () => {
  const all = Object.values(contexts).map((bytes) => Buffer.from(bytes).toString('latin1'));
  for (const one of all) {
    expect(one).toMatch(/^alongside\/v1\/[a-z0-9-]+\0$/);
    for (const other of all) if (one !== other) expect(other.startsWith(one)).toBe(false);
  }
  expect(new Set(all).size).toBe(all.length);
});

test('text and bytes convert into each other and into nothing else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      const text = bytesToText(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(textToBytes(text)).toEqual(Uint8Array.from(bytes));
    }),
    { numRuns: 200 },
  );
  const letters = [...'ABQgwxEI_-48', '=', ' ', '+', '/', '\n', 'é'];
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...letters), maxLength: 9 }), (text) => {
      const bytes = Buffer.from(text, 'base64url');
      const isOnlyForm = bytes.toString('base64url') === text;
      expect(textToBytes(text)).toEqual(isOnlyForm ? Uint8Array.from(bytes) : null);
    }),
    { numRuns: 2000 },
  );
  for (const text of ['A', 'AB', 'AA=', 'AA==', 'A A', 'AA+A', 'AA/A', 'AAB', 'ÄÄÄÄ']) {
    expect(textToBytes(text), text).toBeNull();
  }
});

test('a wire as text is one text, and nothing else is a wire', () => {
  const wire = new Uint8Array(512).fill(7);
  expect(textToWire(wireToText(wire))).toEqual(wire);
  for (const other of [null, 3, {}, 'x'.repeat(2_000_000), `${wireToText(wire)}=`]) {
    expect(textToWire(other)).toBeNull();
  }
});

test('padding fills its bucket, comes off again, and at most 12 % above 4 KiB', () => {
  const lengths = [0, 1, 420, 421, 422, 933, 934, 1957, 4005, 4006, 4007, 9000, 70_000, 200_000];
  for (const length of lengths) {
    const plaintext = new Uint8Array(length).fill(0x80);
    const padded = pad(plaintext, AROUND);
    expect(padded.length + AROUND).toBe(bucketFor(length + 1 + AROUND));
    expect(unpad(padded, AROUND)).toEqual(plaintext);
    if (length > 4096) expect(padded.length / length).toBeLessThan(1.13);
  }
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000_000 }), (length) => {
      const bucket = bucketFor(length);
      expect(bucket).toBeGreaterThanOrEqual(length);
      expect(bucketFor(bucket)).toBe(bucket);
    }),
    { numRuns: 200 },
  );
});

test('padding that is not the one form is refused', () => {
  const padded = pad(new Uint8Array(10), AROUND);
  expect(unpad(new Uint8Array(padded.length), AROUND)).toBeNull();
  expect(unpad(concat(padded, new Uint8Array(512)), AROUND)).toBeNull();
  padded[padded.length - 1] = 1;
  expect(unpad(padded, AROUND)).toBeNull();
});

test('a sealed plaintext opens with its key and stream, and with no other', async () => {
  const random = seededRandom('seal');
  const secret = await epochSecret(random(32));
  const other = await epochSecret(random(32));
  const wire = await sealWire(new Uint8Array(100).fill(5), secret, stream, random);
  expect(wire.length).toBe(512);
  expect(readHeader(wire)?.kid).toBe(bytesToText(kidFor(secret.commit, stream)));
  expect(await openWire(wire, secret, stream)).toEqual(new Uint8Array(100).fill(5));
  expect(await openWire(wire, other, stream)).toBe('CommitmentDiffers');
  expect(await openWire(wire, secret, new Uint8Array(16))).toBe('CommitmentDiffers');
  wire[HEADER] = (wire[HEADER] as number) ^ 1;
  expect(await openWire(wire, secret, stream)).toBe('SealBroken');
});

test('D19: no salt, key or commitment repeats over many seals (a million with NIGHTLY=1)', async () => {
  const seals = process.env.NIGHTLY === '1' ? 1_000_000 : 3_000;
  const secret = await epochSecret(new Uint8Array(32).fill(9));
  const real = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const seen = new Set<string>();
  for (let i = 0; i < seals; i += 100) {
    const part = Array.from({ length: 100 }, () =>
      sealWire(new Uint8Array(1), secret, stream, real),
    );
    for (const wire of await Promise.all(part)) {
      seen.add(bytesToText(wire.subarray(10, 42)));
      seen.add(bytesToText(wire.subarray(42, 74)));
    }
  }
  expect(seen.size).toBe(2 * seals);
}, 600_000);

test('keys derived for different uses differ', () => {
  const raw = new Uint8Array(32).fill(1);
  const names = Object.keys(contexts) as (keyof typeof contexts)[];
  const derived = names.map((name) => bytesToText(derive(raw, name, 32)));
  expect(new Set(derived).size).toBe(names.length);
});
