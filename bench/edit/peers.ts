/** Yjs, TinyBase and Automerge: one field of one record set, heard of and read again. */
import * as Automerge from '@automerge/automerge';
import { createMergeableStore } from 'tinybase';
import * as Y from 'yjs';
import * as coldOpen from '../cold-open/peers.ts';
import { type Contact, contacts } from '../data.ts';
import { sealKeys, unseal } from '../seal.ts';
import type { Contender } from '../subject.ts';
import { expectSeen, microseconds } from './timing.ts';

type Edit = (id: string, value: number) => unknown;

async function editing(
  cold: Promise<Contender>,
  open: (bytes: Uint8Array) => Edit,
  samples?: number,
): Promise<Contender> {
  const { prepare } = await cold;
  return {
    prepare,
    async measure(sealed, size) {
      const edit = open(await unseal(sealed, await sealKeys()));
      const ids = contacts(size).map(({ id }) => id);
      const seen = microseconds((at) => {
        expectSeen(edit(ids[(at * 7919) % ids.length] ?? '', 1000 + at), 1000 + at);
      }, samples);
      return { ms: { 'seen µs': seen } };
    },
  };
}

export function yjs(): Promise<Contender> {
  return editing(coldOpen.yjsNested(), (bytes) => {
    const document = new Y.Doc();
    Y.applyUpdate(document, bytes);
    const records = document.getMap<Y.Map<unknown>>('contacts');
    let heard = 0;
    document.on('update', () => {
      heard += 1;
    });
    return (id, value) => {
      records.get(id)?.set('people', value);
      return heard > 0 && records.get(id)?.get('people');
    };
  });
}

export function tinybase(): Promise<Contender> {
  return editing(coldOpen.tinybase(), (bytes) => {
    const store = createMergeableStore('two');
    store.setMergeableContent(JSON.parse(new TextDecoder().decode(bytes)));
    let heard = 0;
    store.addTableListener('contacts', () => {
      heard += 1;
    });
    return (id, value) => {
      store.setCell('contacts', id, 'people', value);
      return heard > 0 && store.getCell('contacts', id, 'people');
    };
  });
}

export function automerge(): Promise<Contender> {
  type Book = { contacts: Record<string, { -readonly [Name in keyof Contact]: Contact[Name] }> };
  return editing(
    coldOpen.automerge(),
    (bytes) => {
      let book = Automerge.load<Book>(bytes);
      return (id, value) => {
        book = Automerge.change(book, (draft) => {
          const contact = draft.contacts[id];
          if (contact) contact.people = value;
        });
        return book.contacts[id]?.people;
      };
    },
    2,
  );
}
