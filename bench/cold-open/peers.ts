/** Yjs, TinyBase and Automerge: each in its usual shape for records, its bytes under the same seal. */
import * as Automerge from '@automerge/automerge';
import { createMergeableStore } from 'tinybase';
import * as Y from 'yjs';
import { type Contact, checkOf, contacts, query, readAll } from '../data.ts';
import { seal, sealKeys, unseal } from '../seal.ts';
import type { Contender } from '../subject.ts';

async function sealed(
  save: (records: readonly Contact[]) => Uint8Array,
  load: (bytes: Uint8Array) => Contact[],
): Promise<Contender> {
  const keys = await sealKeys();
  return {
    prepare: async (size) => seal(save(contacts(size)).slice(), keys),
    async measure(bytes) {
      const begin = performance.now();
      const records = load(await unseal(bytes, keys));
      const sum = readAll(records);
      const found = query(records);
      return { ms: { open: performance.now() - begin }, facts: { check: checkOf(found, sum) } };
    },
  };
}

/** One plain object a record in one map: a changed field rewrites the record. */
export function yjsFlat(): Promise<Contender> {
  return sealed(
    (records) => {
      const document = new Y.Doc();
      document.transact(() => {
        for (const record of records) document.getMap('contacts').set(record.id, record);
      });
      return Y.encodeStateAsUpdate(document);
    },
    (bytes) => {
      const document = new Y.Doc();
      Y.applyUpdate(document, bytes);
      return [...document.getMap<Contact>('contacts').values()];
    },
  );
}

/** A map a record, so that two people can change two fields: what Alongside does too. */
export function yjsNested(): Promise<Contender> {
  return sealed(
    (records) => {
      const document = new Y.Doc();
      document.transact(() => {
        for (const record of records) {
          document.getMap('contacts').set(record.id, new Y.Map(Object.entries(record)));
        }
      });
      return Y.encodeStateAsUpdate(document);
    },
    (bytes) => {
      const document = new Y.Doc();
      Y.applyUpdate(document, bytes);
      const records: Contact[] = [];
      for (const map of document.getMap<Y.Map<unknown>>('contacts').values()) {
        records.push(map.toJSON() as Contact);
      }
      return records;
    },
  );
}

export function tinybase(): Promise<Contender> {
  return sealed(
    (records) => {
      const store = createMergeableStore('one');
      store.transaction(() => {
        for (const { id, ...cells } of records) store.setRow('contacts', id, cells);
      });
      return new TextEncoder().encode(JSON.stringify(store.getMergeableContent()));
    },
    (bytes) => {
      const store = createMergeableStore('two');
      store.setMergeableContent(JSON.parse(new TextDecoder().decode(bytes)));
      return Object.entries(store.getTable('contacts')).map(
        ([id, cells]) => ({ id, ...cells }) as unknown as Contact,
      );
    },
  );
}

export function automerge(): Promise<Contender> {
  type Book = { contacts: Record<string, Contact> };
  return sealed(
    (records) => {
      const byId = Object.fromEntries(records.map((record) => [record.id, { ...record }]));
      return Automerge.save(Automerge.from<Book>({ contacts: byId }));
    },
    (bytes) => {
      const book = Automerge.load<Book>(bytes);
      return Object.values(Automerge.toJS(book).contacts);
    },
  );
}
