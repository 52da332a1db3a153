import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { textToBytes } from '../envelope/bytes.ts';
import { AROUND } from '../envelope/seal.ts';
import { verifyNative } from '../identity/signing.ts';
import entries from './entries.json' with { type: 'json' };
import { makeVectors } from './make.ts';
import { runVectors } from './run.ts';
import salamander from './salamander.json' with { type: 'json' };
import signatures from './signatures.json' with { type: 'json' };
import version from './version.json' with { type: 'json' };

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

test('making the vectors again gives the frozen bytes', async () => {
  for (const [name, content] of Object.entries(await makeVectors())) {
    const frozen = await readFile(new URL(name, import.meta.url), 'utf8');
    expect(content, name).toEqual(JSON.parse(frozen));
  }
});

test('every vector comes out as frozen, through every entrance', async () => {
  const wrong = (await runVectors()).filter(({ right }) => !right);
  expect(wrong).toEqual([]);
  expect(entries.entries.length).toBeGreaterThanOrEqual(30);
});

test('R28: the vectors replayed give the same verdicts and state hashes', async () => {
  expect(await runVectors()).toEqual(await runVectors());
});

test('R28: every type of entry is accepted once at least among the vectors', () => {
  const all = [...entries.entries, ...version.entries];
  const accepted = all.filter(({ verdict }) => verdict.startsWith('accepted'));
  const names = accepted.map(({ name }) => name.split(/[: (]/)[0]);
  const types = ['genesis', 'invite', 'revoke', 'admit', 'addDevice', 'readmit', 'remove', 'leave'];
  const more = [
    'dropOwnDevice',
    'setRole',
    'rotate',
    'policy',
    'compact',
    'version',
    'plain',
    'box',
    'capsule',
  ];
  expect(names).toEqual(expect.arrayContaining([...types, ...more, 'circle', 'heartbeat']));
});

test('R24: after an entry that raises the version nothing is read on, and the state stays', () => {
  const [raised, later] = version.entries.slice(-2);
  expect(raised?.verdict).toMatch(/^accepted/);
  expect(later).toMatchObject({ verdict: 'blocked: NeedsUpdate', stateHash: raised?.stateHash });
});

test('D07: WebCrypto never accepts a signature that the one rule refuses', async () => {
  expect(signatures.length).toBeGreaterThanOrEqual(40);
  let disagreements = 0;
  for (const { name, pub, message, sig, valid } of signatures) {
    const native = await verifyNative(hex(pub), hex(sig), hex(message));
    if (native) expect(valid, name).toBe(true);
    if (native !== valid) disagreements += 1;
  }
  expect(disagreements).toBeGreaterThan(0);
});

test('D12: one ciphertext opens under two keys, and only the commitment refuses it', async () => {
  const wire = textToBytes(salamander.wire) as Uint8Array<ArrayBuffer>;
  const stream = textToBytes(salamander.stream) as Uint8Array<ArrayBuffer>;
  const header = wire.slice(0, wire.length - (wire.length - AROUND) - 16);
  for (const raw of [salamander.first, salamander.second]) {
    const handle = await crypto.subtle.importKey(
      'raw',
      textToBytes(raw) as Uint8Array<ArrayBuffer>,
      'HKDF',
      false,
      ['deriveBits'],
    );
    const info = Buffer.concat([
      Buffer.from('alongside/v1/entry-key\0'),
      stream,
      header.slice(0, 10),
    ]);
    const how = { name: 'HKDF', hash: 'SHA-256', salt: header.slice(10, 42), info };
    const okm = await crypto.subtle.deriveBits(how, handle, 256);
    const key = await crypto.subtle.importKey('raw', okm, 'AES-GCM', false, ['decrypt']);
    const additionalData = Buffer.concat([stream, header]);
    const iv = new Uint8Array(12);
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData },
      key,
      wire.slice(header.length),
    );
    expect(opened.byteLength).toBe(wire.length - AROUND);
  }
  expect(salamander.verdict).toBe('PaddingBroken, CommitmentDiffers');
});
