/** Vouchers, each a row of its own. What making a stream spends of one is spent before it is made. */
import { rowChecksum } from '../crc32c.ts';
import type { QuotaSpent, Voucher } from '../store.ts';
import { type Connections, Met, type Row, type Statement } from './connections.ts';

interface Kept {
  readonly voucher: Voucher;
  readonly spent: number;
  readonly version: number;
}

const statements = {
  find: named('find voucher', 'SELECT * FROM alongside.vouchers WHERE hash = $1'),
  insert: named(
    'insert voucher',
    `INSERT INTO alongside.vouchers (hash, version, streams, spent, quota_bytes, quota_children, crc)
VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (hash) DO NOTHING RETURNING version`,
  ),
  change: named(
    'change voucher',
    `UPDATE alongside.vouchers
SET version = $2, streams = $3, spent = $4, quota_bytes = $5, quota_children = $6, crc = $7
WHERE hash = $1 AND version = $2::bigint - 1 RETURNING version`,
  ),
  any: named('any voucher', 'SELECT FROM alongside.vouchers LIMIT 1'),
  drop: named('drop vouchers', 'DELETE FROM alongside.vouchers'),
};

export type Vouchers = ReturnType<typeof createVouchers>;

export function createVouchers({ run }: Pick<Connections, 'run'>) {
  return { find, put, spend, giveBack, any, drop };

  async function find(hash: Uint8Array): Promise<Kept | undefined> {
    const [row] = await run(statements.find, [Buffer.from(hash)]);
    return row && keptOf(hash, row);
  }

  /** Keeps a voucher; what was spent of it stays spent. */
  async function put(voucher: Voucher): Promise<void> {
    await until(async () => {
      const kept = await find(voucher.hash);
      if (kept) return write(statements.change, { ...kept, voucher, version: kept.version + 1 });
      return write(statements.insert, { voucher, spent: 0, version: 0 });
    });
  }

  /** Spends one stream of it, and gives the voucher. */
  async function spend(
    hash: Uint8Array,
  ): Promise<Voucher | { readonly type: 'NoVoucher' } | QuotaSpent> {
    return until(async () => {
      const kept = await find(hash);
      if (!kept) return { type: 'NoVoucher' } as const;
      const { voucher, spent, version } = kept;
      if (spent >= voucher.streams) return { type: 'QuotaSpent' } as const;
      const next = { voucher, spent: spent + 1, version: version + 1 };
      return (await write(statements.change, next)) && voucher;
    });
  }

  /** The stream was not made after all. */
  async function giveBack(hash: Uint8Array): Promise<void> {
    await until(async () => {
      const kept = await find(hash);
      if (!kept || kept.spent === 0) return true;
      const { voucher, spent, version } = kept;
      return write(statements.change, { voucher, spent: spent - 1, version: version + 1 });
    });
  }

  async function any(): Promise<boolean> {
    return (await run(statements.any, [])).length > 0;
  }

  async function drop(): Promise<void> {
    await run(statements.drop, []);
  }

  async function write(statement: Statement, { voucher, spent, version }: Kept): Promise<boolean> {
    const { hash, streams, quota } = voucher;
    const crc = seal(hash, { voucher, spent, version });
    const values = [Buffer.from(hash), version, streams, spent, quota.bytes, quota.children, crc];
    return (await run(statement, values)).length > 0;
  }
}

/** Tries again where another relay was faster. */
async function until<Answer>(attempt: () => Promise<Answer | false>): Promise<Answer> {
  for (let left = 200; left > 0; left--) {
    const answer = await attempt();
    if (answer !== false) return answer;
  }
  throw new Met('StoreAway');
}

function keptOf(hash: Uint8Array, row: Row): Kept {
  const quota = { bytes: Number(row.quota_bytes), children: Number(row.quota_children) };
  const voucher = { hash, streams: Number(row.streams), quota };
  const kept = { voucher, spent: Number(row.spent), version: Number(row.version) };
  if (seal(hash, kept) !== row.crc) throw new Met('Damaged');
  return kept;
}

function seal(hash: Uint8Array, { voucher, spent, version }: Kept): number {
  const { streams, quota } = voucher;
  return rowChecksum([hash, version, streams, spent, quota.bytes, quota.children]);
}

function named(name: string, text: string): Statement {
  return { name: `alongside ${name}`, text };
}
