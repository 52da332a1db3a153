/**
 * The streams of `alongside start` and `alongside relay`: SQLite in the data folder or a database, and a
 * voucher that lets workspaces be begun there. The store keeps the voucher's hash; the voucher itself
 * stands in the data folder for its owner alone, so that every start can print the address with it.
 */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CannotOpen, isCannotOpen, openStore, type Store } from '@alongside/relay';

export interface Streams {
  readonly store: Store;
  /** base64url, for the address's fragment. */
  readonly voucher: string;
}

export interface StreamsOptions {
  /** The folder for what is kept here: the voucher always, the streams where there is no database. */
  readonly data: string;
  /** The address of a PostgreSQL database. */
  readonly database?: string | undefined;
  /** Makes another voucher; the one before is worth nothing from then on. */
  readonly newVoucher?: boolean | undefined;
}

/** What one installation may hold: far more than the largest movement's core team writes in years. */
const quota = { bytes: 16 * 2 ** 30, children: 10_000 };
const streams = 1000;

export async function openStreams(options: StreamsOptions): Promise<Streams | CannotOpen> {
  const { data, database, newVoucher = false } = options;
  const store = await openStore(database === undefined ? { folder: data } : { database }, {
    now: Date.now,
    onFatal() {
      process.stderr.write(
        'The disk did not say whether it wrote. Alongside stops, so that nothing is called kept that is not. Start it again.\n',
      );
      process.exit(1);
    },
  });
  if (isCannotOpen(store)) return store;
  if (newVoucher) await store.dropVouchers();
  const voucher = (newVoucher ? undefined : keptVoucher(data)) ?? makeVoucher(data);
  const hash = createHash('sha256').update(Buffer.from(voucher, 'base64url')).digest();
  const trouble = await store.addVoucher({ hash, streams, quota });
  if (trouble && database !== undefined) {
    await store.close();
    return { type: 'DatabaseAway' };
  }
  return { store, voucher };
}

function keptVoucher(data: string): string | undefined {
  const file = join(data, 'voucher');
  if (!existsSync(file)) return undefined;
  const kept = readFileSync(file, 'utf8').trim();
  return Buffer.from(kept, 'base64url').length === 32 ? kept : undefined;
}

function makeVoucher(data: string): string {
  const voucher = randomBytes(32).toString('base64url');
  writeFileSync(join(data, 'voucher'), `${voucher}\n`, { mode: 0o600 });
  return voucher;
}

export function cannotOpenSentence({ type }: CannotOpen, data: string): string {
  switch (type) {
    case 'NewerData':
      return `What is kept in ${data} was written by a newer Alongside. Nothing was changed; update, then start again.`;
    case 'DataInUse':
      return `Another Alongside is using ${data}. Stop it first, or choose another folder with --data.`;
    case 'DataUnreadable':
      return `What is kept in ${data} cannot be opened. Nothing was changed; look whether the disk is full or damaged.`;
    case 'NoSuchStore':
      return 'Alongside cannot keep streams in that database. An address of PostgreSQL begins with postgres://';
    case 'DatabaseForgets':
      return 'The database is set up with fsync off: it may lose what it said it kept. Turn that on, then start again.';
    case 'DatabaseAway':
      return 'The database does not answer, or does not let Alongside in. Look at its address, name and password.';
  }
}
