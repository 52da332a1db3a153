import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockChecksum, crc32c, rowChecksum } from './crc32c.ts';

const ascii = (text: string) => new Uint8Array(Buffer.from(text));

test.each([
  // RFC 3720, B.4, and the usual check value.
  ['123456789', ascii('123456789'), 0xe3069283],
  ['32 zeros', new Uint8Array(32), 0x8a9136aa],
  ['32 bytes of 0xff', new Uint8Array(32).fill(255), 0x62a8ab43],
  ['0 to 31', Uint8Array.from({ length: 32 }, (_, at) => at), 0x46dd794e],
  ['31 to 0', Uint8Array.from({ length: 32 }, (_, at) => 31 - at), 0x113fdb5c],
  ['nothing', new Uint8Array(), 0],
])('the checksum of %s is the published one', (_, bytes, expected) => {
  expect(crc32c(bytes)).toBe(expected);
});

test('it is the same whatever the bytes are cut into, and as the plain definition has it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (bytes, cut) => {
      const whole = crc32c(bytes);
      expect(crc32c(bytes.subarray(cut), crc32c(bytes.subarray(0, cut)))).toBe(whole);
      expect(bitByBit(bytes)).toBe(whole);
    }),
  );
});

test('R08: any one flipped bit of a block, another place and another stream change it', () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(bytes, fc.nat(), fc.nat(7), fc.nat(1000), (block, at, bit, position) => {
      const kept = blockChecksum('a', position, block);
      const flipped = Uint8Array.from(block);
      flipped[at % block.length] = (flipped[at % block.length] as number) ^ (1 << bit);
      expect(blockChecksum('a', position, flipped)).not.toBe(kept);
      expect(blockChecksum('a', position + 1, block)).not.toBe(kept);
      expect(blockChecksum('b', position, block)).not.toBe(kept);
    }),
  );
});

test('values of a row do not run into each other', () => {
  expect(rowChecksum(['a', 'b'])).not.toBe(rowChecksum(['ab', '']));
  expect(rowChecksum([null, 1])).not.toBe(rowChecksum([1, null]));
  expect(rowChecksum([ascii('a')])).toBe(rowChecksum([ascii('a')]));
});

function bitByBit(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  return ~crc >>> 0;
}
