import { expect, test } from 'vitest';
import { sameBytes, textToBytes } from '../envelope/bytes.ts';
import { bucketFor } from '../envelope/padding.ts';
import { epochSecret } from '../identity/secret.ts';
import { beginState, placeBytes } from '../membership/begin.ts';
import type { State } from '../membership/state.ts';
import { bytesToState, stateHash, stateToBytes } from '../membership/state-bytes.ts';
import { anyOp, cast } from '../testing/cast.ts';
import { craft } from '../testing/craft.ts';
import entries from '../vectors/entries.json' with { type: 'json' };
import { readEntries, verdictText } from '../vectors/read-entries.ts';
import { open } from './open.ts';
import { step } from './step.ts';
import type { OpenKeys, Wire } from './types.ts';

const bytes = (text: string) => textToBytes(text) as Uint8Array<ArrayBuffer>;
const from = {
  workspace: bytes(entries.workspace),
  stream: bytes(entries.stream),
  epochs: entries.epochs.map(bytes),
};
const good = entries.entries.filter(({ verdict }) => verdict.startsWith('accepted'));

/** One accepted entry of each type, with the state it meets and the keys that open it. */
async function oneOfEach() {
  const secrets = await Promise.all(from.epochs.map(epochSecret));
  const commit = secrets[0]?.commit ?? new Uint8Array(32);
  const state = beginState({ workspace: from.workspace, stream: from.stream, commit });
  const found = new Map<number, { name: string; wire: Wire; before: Uint8Array; keys: OpenKeys }>();
  for (const { name, wire: text } of entries.entries) {
    const wire = bytes(text);
    const before = stateToBytes(state);
    const keys = keysFor(state, secrets);
    const verdict = step(state, await open(wire, keys));
    if (verdict.type === 'Accepted' && !found.has(verdict.entry.frame.type)) {
      found.set(verdict.entry.frame.type, { name, wire, before, keys });
    }
  }
  return [...found.values()];
}

function keysFor(
  state: State,
  secrets: readonly Awaited<ReturnType<typeof epochSecret>>[],
): OpenKeys {
  const { kid, stream } = state;
  const secret = secrets[state.epoch];
  const signers = state.membership.devices.map(({ sign }) => sign);
  return {
    stream,
    place: placeBytes(state),
    secretFor: (asked) => (asked === kid ? secret : undefined),
    signerOf: (number) => signers[number],
  };
}

function flipped(wire: Wire, bit: number): Wire {
  const copy = wire.slice();
  copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7));
  return copy;
}

/** The verdict on a changed wire in place of the right one, and the state after. */
async function met(before: Uint8Array, wire: Wire, keys: OpenKeys) {
  const state = bytesToState(before);
  if (state === null) throw new Error('Must hold: a state');
  const verdict = step(state, await open(wire, keys));
  return { verdict: verdictText(verdict), hash: stateHash(state), n: state.n };
}

// Every bit and cut of a plain entry, every thirteenth of the other types; all of them with NIGHTLY=1.
test('A09: no flipped bit, cut or extension of an entry of any type is ever opened', async () => {
  const each = await oneOfEach();
  expect(each.length).toBe(18);
  for (const { name, wire, keys } of each) {
    const step = process.env.NIGHTLY === '1' || name === 'plain: a title' ? 1 : 13;
    const changed: Wire[] = [];
    for (let bit = 0; bit < wire.length * 8; bit += step) changed.push(flipped(wire, bit));
    for (let cut = 0; cut < wire.length; cut += step) changed.push(wire.slice(0, cut));
    for (const more of [1, 16, 512])
      changed.push(Uint8Array.from([...wire, ...Array(more).fill(0)]));
    for (let i = 0; i < changed.length; i += 256) {
      const part = changed.slice(i, i + 256);
      const opened = await Promise.all(part.map((one) => open(one, keys)));
      for (const { found } of opened) expect(found.type, name).not.toBe('Entry');
    }
  }
});

test('A09: a changed entry is counted or foreign, never accepted, and replicas stay equal', async () => {
  for (const { name, wire, before, keys } of await oneOfEach()) {
    const n = bytesToState(before)?.n ?? 0;
    for (const bit of [3, 20, 85, 400, 700, wire.length * 8 - 1]) {
      const changed = flipped(wire, bit);
      const [one, two] = [await met(before, changed, keys), await met(before, changed, keys)];
      expect(one.verdict, name).toMatch(bit < 80 ? /^foreign/ : /by rule 2/);
      expect(one.n - n).toBe(bit < 80 ? 0 : 1);
      expect(sameBytes(one.hash, two.hash)).toBe(true);
    }
  }
});

test('A10: every other version or suite is foreign, never another way to open', async () => {
  const [first] = await oneOfEach();
  if (first === undefined) throw new Error('Must hold: an entry');
  for (const at of [0, 1]) {
    for (let value = 0; value < 256; value++) {
      const wire = first.wire.slice();
      wire[at] = value;
      const { verdict } = await met(first.before, wire, first.keys);
      expect(verdict).toBe(value === 1 ? 'accepted at 1' : 'foreign: UnknownVersion');
    }
  }
});

test('A05, A06: after a message was dropped or swapped, the next honest view tells', async () => {
  const { amina, ruth, stream } = await cast('amina', 'ruth');
  const start = stream.wires.length;
  for (const text of ['one', 'two', 'three', 'four']) {
    const who = text.length % 2 === 0 ? amina : ruth;
    who.replica.write('everyone', [{ seen: 0, ops: [anyOp(text)] }]);
    await who.replica.send();
  }
  const honest = [...stream.wires];
  const place = {
    workspace: amina.replica.state.workspace,
    stream: stream.id,
    epochs: amina.rawEpochs,
  };
  for (let i = start; i < honest.length - 1; i++) {
    const dropped = honest.filter((_, at) => at !== i);
    const swapped = [...honest];
    [swapped[i], swapped[i + 1]] = [swapped[i + 1] as Wire, swapped[i] as Wire];
    for (const wires of [dropped, swapped]) {
      const read = await readEntries(place, wires);
      expect(read.some(({ verdict }) => /!Fork|rejected/.test(verdict))).toBe(true);
    }
  }
});

test('A07: a message repeated at any later place is ignored and changes no hash', async () => {
  const wires = entries.entries.slice(0, 16).map(({ wire }) => bytes(wire));
  const once = await readEntries(from, wires);
  for (let i = 0; i < wires.length; i++) {
    const again = [...wires, wires[i] as Wire, wires[i] as Wire];
    const read = await readEntries(from, again);
    expect(read.at(-1)?.verdict).toMatch(/^foreign/);
    expect(read.at(-1)?.stateHash).toBe(once.at(-1)?.stateHash);
  }
});

test('A08: an entry of another stream, workspace or incarnation is refused', async () => {
  const { amina, ruth, stream } = await cast('amina', 'ruth');
  const elsewhere = new Uint8Array(16).fill(1);
  const other = await craft(ruth, { stream: elsewhere });
  const sealedAgain = await craft(ruth, { place: new Uint8Array(64).fill(1) });
  await stream.append([other.wire, sealedAgain.wire]);
  await amina.replica.catchUp();
  expect(amina.delivered.slice(-2)).toMatchObject([
    { type: 'Foreign', because: 'OtherKey' },
    { type: 'Rejected', rule: 3, because: 'SignatureWrong' },
  ]);
});

test('H02: every wire has the size of a bucket', () => {
  for (const { wire } of good) expect(bucketFor(bytes(wire).length)).toBe(bytes(wire).length);
});
