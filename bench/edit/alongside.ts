/** Alongside: an edit shown over a fold of that many records, then signed and sealed off that path. */
import { foldFrom, snapshotOf } from '../cold-open/alongside.ts';
import { contacts } from '../data.ts';
import { bareEntry, entryKeys, sealEntry } from '../entries.ts';
import { sealKeys, unseal } from '../seal.ts';
import type { Contender } from '../subject.ts';
import { expectSeen, microseconds, pipelined } from './timing.ts';

export async function contender(): Promise<Contender> {
  return {
    prepare: snapshotOf,
    async measure(sealed, size) {
      const fold = foldFrom(await unseal(sealed, await sealKeys()));
      const ids = contacts(size).map(({ id }) => id);
      fold.tables.all('contacts');
      let heard = 0;
      fold.tables.subscribe('contacts', () => {
        heard += 1;
      });
      const change = (at: number) => ({
        table: 'contacts',
        record: ids[(at * 7919) % ids.length] ?? '',
        field: 'people',
        value: 1000 + at,
      });
      const seen = microseconds((at) => {
        const made = change(at);
        fold.applyLocal([made], 'everyone');
        expectSeen(fold.tables.get('contacts', made.record)?.people, made.value);
      });
      if (heard === 0) throw new Error('Nobody heard');

      const keys = await entryKeys();
      const about = { position: 60_000, device: 1, hlc: 1_700_000_000_000 * 1024 };
      const entryOf = (from: number, edits: number) => ({
        seen: 59_999,
        ops: Array.from({ length: edits }, (_, at) => change(from + at)),
      });
      const sealing = await pipelined((at) => sealEntry(keys, about, entryOf(at, 1)));
      const bare = await pipelined(() => bareEntry(keys, new Uint8Array(512)));
      const alone = await sealEntry(keys, about, entryOf(1, 1));
      const ten = await sealEntry(keys, about, entryOf(1, 10));
      return {
        ms: { 'seen µs': seen, 'sealed µs': sealing, 'bare WebCrypto µs': bare },
        facts: {
          'bytes alone': alone.unpadded,
          'bytes an edit in ten': ten.unpadded / 10,
          'on the wire alone': alone.wire.length,
          'on the wire in ten': ten.wire.length / 10,
        },
      };
    },
  };
}
