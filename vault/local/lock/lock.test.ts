import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Bytes } from '../../envelope/bytes.ts';
import { FLOOR, isStrongEnough, STRENGTH } from './kdf.ts';
import { makeLock, openLock, readLock } from './lock-file.ts';

let state = 1;
const random = (length: number) => {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    bytes[i] = state >> 16;
  }
  return bytes;
};
const root = random(32);
const salt = random(16);
const made = await makeLock('six words as key text', root, random);

function lockOf(bytes: Uint8Array) {
  const lock = readLock(bytes);
  if ('type' in lock) throw new Error(lock.type);
  return lock;
}

test('the right words give the root, other words nothing', async () => {
  expect(await openLock(lockOf(made), 'six words as key text')).toEqual(root);
  expect(await openLock(lockOf(made), 'six words as key tex')).toBeNull();
});

test('F02: parameters below the floor are refused before any word is tried', () => {
  const text = new TextDecoder().decode(made);
  for (const [from, to] of [
    ['"m":65536', `"m":${FLOOR.m - 1}`],
    ['"m":65536', '"m":8'],
    ['"t":3', '"t":1'],
    ['"p":1', '"p":0'],
    ['"m":65536', '"m":1e12'],
    ['"m":65536', '"m":65536.5'],
    ['"m":65536', '"m":"65536 "x'],
  ] as const) {
    expect(text).toContain(from);
    const changed = readLock(utf8Bytes(text.replace(from, to)));
    expect(changed).toHaveProperty('type');
    expect(['LockWeakened', 'LockDamaged']).toContain((changed as { type: string }).type);
  }
  expect(isStrongEnough({ ...FLOOR, salt: new Uint8Array(16) })).toBe(true);
  expect(isStrongEnough({ ...STRENGTH, salt: new Uint8Array(15) })).toBe(false);
});

test('parameters changed above the floor, with the sum made anew, open nothing, even with the right words', async () => {
  const lock = JSON.parse(new TextDecoder().decode(made));
  lock.kdf.t = 2;
  const { m, t, p, salt } = lock.kdf;
  lock.sum = createHash('sha256').update([m, t, p, salt, lock.root].join('.')).digest('base64url');
  expect(
    await openLock(lockOf(utf8Bytes(JSON.stringify(lock))), 'six words as key text'),
  ).toBeNull();
});

test('R22: a lock of a newer format says so', () => {
  const text = new TextDecoder().decode(made).replace('"format":1', '"format":2');
  expect(readLock(utf8Bytes(text))).toEqual({ type: 'NewerVersion' });
});

test('a changed byte in what the words open is damage, and is never taken for wrong words', () => {
  const text = new TextDecoder().decode(made);
  for (const field of ['salt', 'root', 'sum']) {
    const at = text.indexOf(`"${field}":"`) + field.length + 4;
    const length = text.indexOf('"', at) - at;
    for (let i = 0; i < length; i++) {
      const changed = made.slice();
      changed[at + i] = text[at + i] === 'A' ? 66 : 65;
      expect(readLock(changed)).toEqual({ type: 'LockDamaged' });
    }
  }
});

test('a rotten parameter is damage or a lowered cost, and never taken for wrong words', () => {
  const text = new TextDecoder().decode(made);
  for (const field of ['m', 't', 'p'] as const) {
    const [digits = ''] = /\d+/.exec(text.slice(text.indexOf(`"${field}":`))) ?? [];
    const at = text.indexOf(`"${field}":`) + field.length + 3;
    expect(digits).toBe(String(STRENGTH[field]));
    for (let i = 0; i < digits.length; i++) {
      for (let digit = 0; digit < 10; digit++) {
        if (digits[i] === String(digit)) continue;
        const changed = `${digits.slice(0, i)}${digit}${digits.slice(i + 1)}`;
        const read = readLock(
          utf8Bytes(text.slice(0, at) + changed + text.slice(at + digits.length)),
        );
        const isSound = /^[1-9]/.test(changed);
        const isWeak = isSound && !isStrongEnough({ ...STRENGTH, salt, [field]: Number(changed) });
        expect(read).toEqual({ type: isWeak || changed === '0' ? 'LockWeakened' : 'LockDamaged' });
      }
    }
  }
});

test('no change of the lock makes reading it throw', () => {
  fc.assert(
    fc.property(fc.nat(made.length - 1), fc.nat(255), (at, byte) => {
      const changed = made.slice();
      changed[at] = byte;
      expect(readLock(changed)).toBeTypeOf('object');
    }),
    { numRuns: 200 },
  );
  expect(readLock(new Uint8Array(0))).toEqual({ type: 'LockDamaged' });
});
