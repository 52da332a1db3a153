/** Alongside: a snapshot of columns, sealed in one block, with what every value needs to merge. */
import { columnsToTables, tablesToColumns } from '../../vault/fold/columns/snapshot.ts';
import { createFold } from '../../vault/fold/fold.ts';
import type { Accepted } from '../../vault/types.ts';
import { type Contact, checkOf, contacts, fields, query, readAll } from '../data.ts';
import { pack, seal, sealKeys, unpack, unseal } from '../seal.ts';
import type { Contender } from '../subject.ts';

const context = { me: 'me', random: (bytes: number) => new Uint8Array(bytes), now: () => 0 };
const start = 1_700_000_000_000;

/** An entry a record by five devices, and a later edit by another in one record of ten. */
export function contactEntries(records: readonly Contact[]): Accepted[] {
  const entries: Accepted[] = [];
  const write = (device: number, contact: Contact, names: readonly (keyof Contact)[]) => {
    const position = entries.length + 1;
    const ops = names.map((field) => ({
      table: 'contacts',
      record: contact.id,
      field,
      value: contact[field],
    }));
    entries.push({
      position,
      device,
      member: `member-${device}`,
      hlc: (start + position * 61_234) * 1024,
      audience: 'everyone',
      runs: [{ seen: position - 1, ops }],
    });
  };
  for (const [at, contact] of records.entries()) write(at % 5, contact, fields);
  for (let at = 3; at < records.length; at += 10) {
    const contact = records[at];
    if (contact) write((at + 1) % 5, contact, ['people']);
  }
  return entries;
}

export async function snapshotOf(size: number): Promise<Uint8Array<ArrayBuffer>> {
  const fold = createFold(context);
  fold.applyAccepted(contactEntries(contacts(size)));
  const blocks = [...tablesToColumns(fold.state)];
  const names = new TextEncoder().encode(JSON.stringify(blocks.map(({ name }) => name)));
  return seal(pack([names, ...blocks.map(({ bytes }) => bytes)]), await sealKeys());
}

/** A fold that goes on from the sealed snapshot. */
export function foldFrom(plain: Uint8Array<ArrayBuffer>) {
  const [names, ...blocks] = unpack(plain);
  const named = JSON.parse(new TextDecoder().decode(names)) as string[];
  const { state, refused } = columnsToTables(
    blocks.map((bytes, at) => ({ name: named[at] ?? '', bytes })),
    { isSealed: true },
  );
  if (!state || refused.length > 0) throw new Error('The snapshot is damaged');
  return createFold(context, state);
}

export async function contender(): Promise<Contender> {
  const keys = await sealKeys();
  return {
    prepare: snapshotOf,
    async measure(sealed) {
      const begin = performance.now();
      const fold = foldFrom(await unseal(sealed, keys));
      const kind = 'meeting';
      const found = query(fold.tables.where('contacts', 'kind', kind) as unknown as Contact[]);
      const first = performance.now();
      const sum = readAll(fold.tables.all('contacts') as unknown as Contact[]);
      const all = performance.now();
      return {
        ms: { open: all - begin, 'first query': first - begin },
        facts: { check: checkOf(found, sum) },
      };
    },
  };
}
