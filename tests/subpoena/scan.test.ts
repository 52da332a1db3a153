import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../../vault/testing/cast.ts';
import { canaries, needlesOf } from './canaries.ts';
import { bytes, text } from './forms.ts';
import { scanBytes, scanFolder } from './scan.ts';

const word = 'Zaynab ñandú السلام';
const noise = Buffer.from(seededRandom('noise')(300_000));

/** A text in the middle of noise, so many bytes in. */
function hidden(of: Uint8Array, at: number): Buffer {
  return Buffer.concat([noise.subarray(0, at), of, noise.subarray(at, at + 700)]);
}

const found = (where: Buffer) => scanBytes(where, [text(word)]).map(({ form }) => form);

test('a word is found in every form it may be written in, wherever it stands', () => {
  const utf8 = Buffer.from(word);
  for (const at of [0, 1, 2, 3, 511, 4096]) {
    expect(found(hidden(utf8, at))).toEqual(['UTF-8']);
    expect(found(hidden(Buffer.from(word, 'utf16le'), at))).toEqual(['UTF-16, little end first']);
    expect(found(hidden(Buffer.from(word, 'utf16le').swap16(), at))).toEqual([
      'UTF-16, big end first',
    ]);
    expect(found(hidden(Buffer.from(utf8.toString('hex')), at))).toEqual(['hexadecimal']);
    expect(found(hidden(Buffer.from(utf8.toString('hex').toUpperCase()), at))).toEqual([
      'HEXADECIMAL',
    ]);
  }
  expect(found(Buffer.from(JSON.stringify({ a: word })))).toEqual(['UTF-8']);
  expect(
    found(
      Buffer.from('{"a":"Zaynab \\u00f1and\\u00fa \\u0627\\u0644\\u0633\\u0644\\u0627\\u0645"}'),
    ),
  ).toEqual(['JSON escapes']);
});

test('a word is found in base64 wherever it begins in it, and whatever stands around', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 40 }), (a, b) => {
      const inside = Buffer.concat([a, Buffer.from(word), b]);
      for (const encoding of ['base64', 'base64url'] as const) {
        const forms = found(Buffer.from(inside.toString(encoding)));
        expect(
          forms.some(
            (form) => form === `base64, shift ${a.length % 3}` || form.startsWith('base64url'),
          ),
        ).toBe(true);
      }
    }),
    { numRuns: 200, seed: 1 },
  );
});

test('a word is found inside gzip, zlib and zip, and in what is compressed inside those', () => {
  const plain = Buffer.from(`… ${word} …`.repeat(3) + noise.toString('hex', 0, 300));
  for (const packed of [gzipSync(plain), deflateSync(plain), zipOf('a.txt', plain)]) {
    expect(found(hidden(packed, 1000)).length).toBe(3);
    // Noise does not shrink, so that it may be found a second time as it stands.
    expect(found(gzipSync(hidden(packed, 10))).length).toBeGreaterThanOrEqual(3);
    expect(found(packed.subarray(0, packed.length - 9)).length, 'cut off').toBeGreaterThan(0);
  }
});

test('the stock zip and gzip are read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-scan-'));
  try {
    writeFileSync(join(folder, 'plain'), `${word}\n`);
    execFileSync('gzip', ['-9', 'plain'], { cwd: folder });
    const findings = scanFolder(folder, [text(word)]);
    expect(findings).toMatchObject([{ file: 'plain.gz › gzip at 0', form: 'UTF-8' }]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the name of a file is looked at, and a key in its forms', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-scan-'));
  try {
    const key = seededRandom('key')(32);
    writeFileSync(join(folder, 'Zaynab ñandú السلام.txt'), 'nothing');
    writeFileSync(join(folder, 'log'), `GET /?token=${Buffer.from(key).toString('base64')}`);
    writeFileSync(join(folder, 'raw'), hidden(key, 77));
    const findings = scanFolder(folder, [text(word), bytes('the key', key)]);
    expect(findings.map(({ file, form }) => `${file}: ${form.split(',')[0]}`).sort()).toEqual([
      'log: base64',
      `name of ${word}.txt: UTF-8`,
      'raw: bytes',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('in noise nothing is found, and two hundred canaries are each found once', () => {
  const words = canaries(200);
  const needles = needlesOf(words);
  expect(new Set(needles.map(({ text: one }) => one)).size).toBe(200);
  expect(scanBytes(noise, needles)).toEqual([]);
  const page = Buffer.from(words.map((one) => `<p>${one}</p>`).join('\n'), 'utf16le');
  // A text of ASCII alone is found as both forms of UTF-16, a byte apart.
  const names = new Set(scanBytes(page, needles).map(({ needle }) => needle));
  expect([...names].sort()).toEqual([...words].sort());
});

/** A zip with one deflated file and no directory: what is left of one that was cut. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), packed]);
}
