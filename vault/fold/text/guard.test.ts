/** D08, D09 and D10 of the threat list: what a member can try through a text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Op } from '../../types.ts';
import type { Fold } from '../fold.ts';
import { limits } from '../limits.ts';
import { stateHash } from '../state-hash.ts';
import { entry, foldForTest } from '../testing.ts';
import { readText } from './canonical.ts';
import { textIn } from './fold-text.ts';
import { documentOf, updateOf } from './folded-text.ts';
import { admitUpdate, createBindings } from './guard.ts';
import { varints } from './varints.ts';

const amina = 0;
const mallory = 1;

/** "hello " and "good" by client 7, and "EVIL" by a forger at the clock where "good" stands. */
const hello = Uint8Array.fromHex('01010700040104746578740668656c6c6f2000');
const good = Uint8Array.fromHex('0101070684070504676f6f6400');
const evil = Uint8Array.fromHex('0101070684070504' + '4556494c' + '00');
/** Eleven bytes: a collected run of 2^31 under client 7, from clock 0. */
const silence = Uint8Array.fromHex('0101070000808080800800');

const op = (update: Uint8Array): Op => ({ table: 'notes', record: 'n', field: 'body', update });

function typedBy(client: number, words: string, after?: Uint8Array): Uint8Array {
  const document = new Y.Doc();
  document.clientID = client;
  if (after) Y.applyUpdate(document, after);
  const before = Y.encodeStateVector(document);
  document.getText('text').insert(document.getText('text').length, words);
  return Y.encodeStateAsUpdate(document, before);
}

function textOf(fold: Fold) {
  return documentOf(textIn(fold.state, 'notes', 'n', 'body', 0));
}

function wordsOf(fold: Fold): string {
  return readText(updateOf(textIn(fold.state, 'notes', 'n', 'body', 0)))
    .getText('text')
    .toString();
}

test('bare Yjs falls for both attacks, so they are worth refusing', () => {
  const after = (...updates: readonly Uint8Array[]) => {
    const document = new Y.Doc();
    for (const update of updates) Y.applyUpdate(document, update);
    return document.getText('text').toString();
  };
  expect(after(hello, good, evil)).toBe('hello good');
  expect(after(hello, evil, good)).toBe('hello EVIL');
  expect(after(silence, hello, good)).toBe('');
});

test('D08: a struct under another device’s client id is refused, and replicas stay equal', () => {
  const [one, two] = [foldForTest(), foldForTest()];
  const entries = [
    entry({ position: 1, device: amina }, op(hello)),
    entry({ position: 2, device: mallory }, op(evil)),
    entry({ position: 3, device: amina, seen: 1 }, op(good)),
  ];
  const aside = one.applyAccepted(entries);
  for (const each of entries) two.applyAccepted([each]);
  expect(aside).toMatchObject([
    { position: 2, reason: { type: 'UpdateRefused', because: 'foreign-client' } },
  ]);
  expect(wordsOf(one)).toBe('hello good');
  expect(wordsOf(two)).toBe('hello good');
  expect(stateHash(one.state, 'everyone')).toEqual(stateHash(two.state, 'everyone'));
});

test('D09: eleven bytes that would silence a person are refused, and her next words land', () => {
  expect(silence).toHaveLength(11);
  const fold = foldForTest();
  const aside = fold.applyAccepted([
    entry({ position: 1, device: mallory }, op(silence)),
    entry({ position: 2, device: amina }, op(hello)),
    entry({ position: 3, device: mallory }, op(silence)),
    entry({ position: 4, device: amina }, op(good)),
  ]);
  expect(aside.map(({ reason }) => 'because' in reason && reason.because)).toEqual([
    'length',
    'foreign-client',
  ]);
  expect(wordsOf(fold)).toBe('hello good');
});

test('D09: Skip structs, clock jumps, repeats and sections given twice are refused', () => {
  const refused = (update: Uint8Array) => {
    const fold = foldForTest();
    fold.applyAccepted([entry({ position: 1, device: amina }, op(hello))]);
    const [aside] = fold.applyAccepted([entry({ position: 2, device: amina }, op(update))]);
    return aside && 'because' in aside.reason ? aside.reason.because : undefined;
  };
  const skip = Uint8Array.fromHex('0101070' + '60a0300');
  const jump = Uint8Array.fromHex('0101070984070504676f6f6400');
  const twice = Uint8Array.fromHex('0201070684070501610107078407060162' + '00');
  const binary = Uint8Array.fromHex('010107068307050100' + '00');
  expect(refused(skip)).toBe('skip');
  expect(refused(jump)).toBe('clock-gap');
  expect(refused(hello)).toBe('clock-gap');
  expect(refused(twice)).toBe('unreadable');
  expect(refused(binary)).toBe('content');
  expect(refused(good)).toBeUndefined();
});

test('D10: an update that points at what is not there is refused, and nothing is ever pending', () => {
  const fold = foldForTest();
  const base = typedBy(1, 'base');
  const orphan = typedBy(2, ' and more', base);
  const beyond = Uint8Array.fromHex('0001090100' + '05');
  const aside = fold.applyAccepted([
    entry({ position: 1, device: amina }, op(orphan)),
    entry({ position: 2, device: amina }, op(beyond)),
    entry({ position: 3, device: mallory }, op(base)),
    entry({ position: 4, device: amina }, op(orphan)),
  ]);
  expect(aside.map(({ reason }) => 'because' in reason && reason.because)).toEqual([
    'missing-parent',
    'delete-beyond',
  ]);
  expect(wordsOf(fold)).toBe('base and more');
  expect(textOf(fold).store.pendingStructs).toBeNull();
  expect(textOf(fold).store.pendingDs).toBeNull();
});

test('D09, D10: whatever bytes arrive, applying what was admitted never throws or leaves pending', () => {
  const bent = fc.record({
    from: fc.constantFrom(hello, good, evil, silence, typedBy(7, 'words'), typedBy(3, 'x', hello)),
    at: fc.nat(),
    byte: fc.nat({ max: 255 }),
    device: fc.nat({ max: 2 }),
  });
  fc.assert(
    fc.property(fc.array(bent, { minLength: 1, maxLength: 12 }), (attempts) => {
      const fold = foldForTest();
      for (const [at, { from, at: place, byte, device }] of attempts.entries()) {
        const update = from.slice();
        if (at % 3 > 0) update[place % update.length] = byte;
        fold.applyAccepted([entry({ position: at + 1, device }, op(update))]);
        const { store } = textOf(fold);
        expect(store.pendingStructs).toBeNull();
        expect(store.pendingDs).toBeNull();
        const bindings = textIn(fold.state, 'notes', 'n', 'body', 0).bindings.byClient;
        expect([...Y.decodeStateVector(Y.encodeStateVector(textOf(fold)))].sort()).toEqual(
          [...bindings].map(([client, { clock }]) => [client, clock]).sort(),
        );
      }
    }),
    { numRuns: 200 },
  );
});

test('deleting another’s words is editing, and collected structs of an honest editor pass', () => {
  const fold = foldForTest();
  const document = new Y.Doc();
  document.clientID = 9;
  Y.applyUpdate(document, hello);
  const before = Y.encodeStateVector(document);
  document.transact(() => {
    const paragraph = new Y.XmlElement('p');
    document.getXmlFragment('page').insert(0, [paragraph]);
    paragraph.insert(0, [new Y.XmlText('gone again')]);
    document.getXmlFragment('page').delete(0, 1);
    document.getText('text').delete(0, 1);
  });
  const aside = fold.applyAccepted([
    entry({ position: 1, device: amina }, op(hello)),
    entry({ position: 2, device: mallory }, op(Y.encodeStateAsUpdate(document, before))),
  ]);
  expect(aside).toEqual([]);
  expect(wordsOf(fold)).toBe('ello ');
});

const asBytes = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  return [...varints(bytes.length), ...bytes];
};
const oneStruct = (kind: number, ...content: readonly number[]) =>
  Uint8Array.from([1, 1, 7, 0, kind, 1, ...asBytes('text'), ...content, 0]);
const brackets = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
/** Values of so many levels in every place that a text has for one. */
const deep: Readonly<Record<string, (levels: number) => Uint8Array>> = {
  'a list': (levels) => oneStruct(8, 1, ...Array<number[]>(levels).fill([117, 1]).flat(), 126),
  'a map': (levels) =>
    oneStruct(8, 1, ...Array<number[]>(levels).fill([118, 1, 1, 97]).flat(), 126),
  'an embedded thing': (levels) => oneStruct(5, ...asBytes(brackets(levels))),
  'a format': (levels) => oneStruct(6, ...asBytes('bold'), ...asBytes(brackets(levels))),
  'a map in JSON': (levels) =>
    oneStruct(5, ...asBytes(`${'{"[":'.repeat(levels)}1${'}'.repeat(levels)}`)),
};

test('D13, R28: a value 20,000 levels deep is refused by its depth, before anything reads it', () => {
  const fold = foldForTest();
  const decode = (update: Uint8Array) => admitUpdate(createBindings(), amina, update);
  for (const [name, made] of Object.entries(deep)) {
    expect(decode(made(20_000)), name).toMatchObject({ because: 'depth' });
    expect(decode(made(limits.depth + 1)), name).toMatchObject({ because: 'depth' });
    expect(decode(made(limits.depth)), name).toBeUndefined();
  }
  const aside = fold.applyAccepted([
    entry({ position: 1, device: mallory }, op(deep['a list']?.(20_000) ?? silence)),
    entry({ position: 2, device: amina }, op(hello)),
  ]);
  expect(aside).toMatchObject([
    { position: 1, reason: { type: 'UpdateRefused', because: 'depth' } },
  ]);
  expect(wordsOf(fold)).toBe('hello ');
});

test('D13: brackets within quotation marks are words, and a broken update is unreadable', () => {
  const decode = (update: Uint8Array) => admitUpdate(createBindings(), amina, update);
  const words = JSON.stringify({ a: `${'['.repeat(50)} "${'{'.repeat(50)} \\` });
  expect(decode(oneStruct(5, ...asBytes(words)))).toBeUndefined();
  for (const made of Object.values(deep)) {
    const whole = made(3);
    expect(decode(whole.subarray(0, whole.length - 3))).toMatchObject({ because: 'unreadable' });
  }
});

test('R28: a text holds nothing that stands inside another thing, however that is wrapped', () => {
  const document = new Y.Doc();
  document.clientID = 5;
  const paragraph = new Y.XmlElement('p');
  document.getXmlFragment('page').insert(0, [paragraph]);
  paragraph.insert(0, [new Y.XmlText('inside')]);
  const update = Y.encodeStateAsUpdate(document);
  expect(admitUpdate(createBindings(), amina, update)).toMatchObject({ because: 'depth' });
});

test('the depth that is read before Yjs is the depth that Yjs reads, whatever the value', () => {
  const levelsOf = (value: unknown): number =>
    value !== null && typeof value === 'object'
      ? 1 + Math.max(0, ...Object.values(value).map(levelsOf))
      : 0;
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 16 }), fc.boolean(), (value, embedded) => {
      const document = new Y.Doc();
      document.clientID = 5;
      const text = document.getText('text');
      if (embedded) text.insertEmbed(0, { value } as object);
      else text.insert(0, 'words', { bold: [value] as unknown as boolean });
      const update = Y.encodeStateAsUpdate(document);
      const said = admitUpdate(createBindings(), amina, update);
      if (levelsOf(value) < limits.depth) expect(said).toBeUndefined();
      else expect(said).toMatchObject({ because: 'depth' });
    }),
    { numRuns: 100 },
  );
});
