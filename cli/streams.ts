/**
 * The streams of `alongside start`: SQLite in the data folder, and a voucher that lets workspaces be
 * begun there. The voucher stands in the folder too, for its owner alone, so that every start can
 * print the address with it.
 */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CannotOpen, isCannotOpen, openSqliteStore, type Store } from '@alongside/relay';

export interface Streams {
  readonly store: Store;
  /** base64url, for the address's fragment. */
  readonly voucher: string;
}

/** What one installation may hold: far more than the largest movement's core team writes in years. */
const quota = { bytes: 16 * 2 ** 30, children: 10_000 };
const streams = 1000;

export async function openStreams(data: string): Promise<Streams | CannotOpen> {
  const store = openSqliteStore(data, {
    now: Date.now,
    onFatal() {
      process.stderr.write(
        'The disk did not say whether it wrote. Alongside stops, so that nothing is called kept that is not. Start it again.\n',
      );
      process.exit(1);
    },
  });
  if (isCannotOpen(store)) return store;
  const voucher = voucherIn(data);
  const hash = createHash('sha256').update(Buffer.from(voucher, 'base64url')).digest();
  await store.addVoucher({ hash, streams, quota });
  return { store, voucher };
}

function voucherIn(data: string): string {
  const file = join(data, 'voucher');
  if (existsSync(file)) {
    const kept = readFileSync(file, 'utf8').trim();
    if (Buffer.from(kept, 'base64url').length === 32) return kept;
  }
  const voucher = randomBytes(32).toString('base64url');
  writeFileSync(file, `${voucher}\n`, { mode: 0o600 });
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
  }
}
