/** Yjs, TinyBase and Automerge: what each side made since, under one seal, merged on both sides. */
import * as Automerge from '@automerge/automerge';
import { createMergeableStore } from 'tinybase';
import * as Y from 'yjs';
import type { Contact } from '../data.ts';
import { pack, seal, sealKeys, unpack, unseal } from '../seal.ts';
import type { Contender } from '../subject.ts';
import { base, type Edit, editsBy } from './edits.ts';

interface Replica {
  /** What the other side lacks, as bytes. */
  since(): Uint8Array;
  merge(bytes: Uint8Array): void;
  records(): unknown;
}

/** `make` gives a replica that holds the base and then these edits. */
async function merging(
  prepareBase: () => Uint8Array,
  make: (base: Uint8Array, edits: readonly Edit[], name: string) => Replica,
): Promise<Contender> {
  const keys = await sealKeys();
  return {
    async prepare(count) {
      const start = prepareBase();
      const sides = ([0, 1] as const).map((side) =>
        make(start, editsBy(side, count), `side${side}`).since().slice(),
      );
      return pack([start, ...(await Promise.all(sides.map((bytes) => seal(bytes, keys))))]);
    },
    async measure(bytes, count) {
      const [start, ...sealed] = unpack(bytes);
      const replicas: Replica[] = [];
      for (const own of sealed) {
        const replica = make(start ?? new Uint8Array(), [], `side${replicas.length}`);
        replica.merge(await unseal(own.slice(), keys));
        replicas.push(replica);
      }
      const begin = performance.now();
      for (const [side, replica] of replicas.entries()) {
        const coming = sealed[1 - side] ?? new Uint8Array();
        replica.merge(await unseal(coming.slice(), keys));
      }
      const merged = performance.now() - begin;
      const wireBytes = sealed.reduce((sum, { length }) => sum + length, 0);
      const [one, two] = replicas.map((replica) => JSON.stringify(replica.records()));
      return {
        ms: { merge: merged },
        facts: { 'bytes an edit': wireBytes / (2 * count), alike: String(one === two) },
      };
    },
  };
}

export function yjs(): Promise<Contender> {
  const records = (document: Y.Doc) => document.getMap<Y.Map<unknown>>('contacts');
  return merging(
    () => {
      const document = new Y.Doc();
      document.transact(() => {
        for (const record of base()) {
          records(document).set(record.id, new Y.Map(Object.entries(record)));
        }
      });
      return Y.encodeStateAsUpdate(document);
    },
    (start, edits, name) => {
      const document = new Y.Doc();
      document.clientID = name === 'side0' ? 1001 : 1002;
      Y.applyUpdate(document, start);
      const before = Y.encodeStateVector(document);
      document.transact(() => {
        for (const { id, field, value } of edits) records(document).get(id)?.set(field, value);
      });
      return {
        since: () => Y.encodeStateAsUpdate(document, before),
        merge: (bytes) => Y.applyUpdate(document, bytes),
        records: () => sorted(records(document).toJSON()),
      };
    },
  );
}

export function tinybase(): Promise<Contender> {
  const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const decode = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));
  return merging(
    () => {
      const store = createMergeableStore('base');
      store.transaction(() => {
        for (const { id, ...cells } of base()) store.setRow('contacts', id, cells);
      });
      return encode(store.getMergeableContent());
    },
    (start, edits, name) => {
      const store = createMergeableStore(name);
      store.setMergeableContent(decode(start));
      let changes: unknown;
      store.addDidFinishTransactionListener(() => {
        changes = store.getTransactionMergeableChanges();
      });
      store.transaction(() => {
        for (const { id, field, value } of edits) store.setCell('contacts', id, field, value);
      });
      return {
        since: () => encode(changes),
        merge: (bytes) => store.applyMergeableChanges(decode(bytes)),
        records: () => sorted(store.getTable('contacts')),
      };
    },
  );
}

export function automerge(): Promise<Contender> {
  type Mutable = { -readonly [Name in keyof Contact]: Contact[Name] };
  type Book = { contacts: Record<string, Mutable> };
  return merging(
    () => {
      const byId = Object.fromEntries(base().map((record) => [record.id, { ...record }]));
      return Automerge.save(Automerge.from<Book>({ contacts: byId }));
    },
    (start, edits, name) => {
      const actor = name === 'side0' ? 'aa' : 'bb';
      let book = Automerge.load<Book>(start, { actor });
      const heads = Automerge.getHeads(book);
      book = Automerge.change(book, { time: 0 }, (draft) => {
        for (const { id, field, value } of edits) {
          const contact = draft.contacts[id] as Record<string, unknown> | undefined;
          if (contact) contact[field] = value;
        }
      });
      return {
        since: () => Automerge.saveSince(book, heads),
        merge: (bytes) => {
          book = Automerge.loadIncremental(book, bytes);
        },
        records: () => sorted(Automerge.toJS(book).contacts),
      };
    },
  );
}

function sorted(records: object): unknown {
  return Object.entries(records)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, record]) => [
      id,
      Object.entries(record as object).sort(([a], [b]) => (a < b ? -1 : 1)),
    ]);
}
