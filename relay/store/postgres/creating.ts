/**
 * Making a stream: what it counts against is counted first, then its row is written. Where the relay
 * stops in between, a voucher has one stream less, or a main stream's room is found by `recounting.ts`.
 */
import { randomInt } from 'node:crypto';
import type {
  Allowance,
  Created,
  Exists,
  NewStream,
  NoStream,
  Quota,
  QuotaSpent,
  TokensChanged,
} from '../store.ts';
import { sizeOf } from './changes.ts';
import type { Held } from './held.ts';
import type { Rows } from './rows.ts';
import type { Vouchers } from './vouchers.ts';
import type { Writer } from './writer.ts';

type Refused = NoStream | { readonly type: 'NoVoucher' } | TokensChanged | QuotaSpent;

/** What a new stream counts against. `giveBack` undoes the counting where the stream was not made. */
interface Allowed {
  readonly main: Held | undefined;
  readonly quota: Quota | null;
  readonly giveBack: () => Promise<void>;
}

export function createCreating(rows: Rows, vouchers: Vouchers, writer: Writer) {
  return async function create(
    stream: NewStream,
    allowance: Allowance,
  ): Promise<Created | Exists | Refused> {
    while (true) {
      const left = await writer.load(stream.id);
      const there = left && (await writer.belonging(left));
      if (there) return { type: 'Exists', state: there.held.state };
      const bytes = sizeOf(stream.blocks);
      const allowed = await allow(allowance, bytes);
      if ('type' in allowed) return allowed;
      if (left) await writer.discard(left);
      const made = newHeld(stream, allowed, bytes);
      if (!(await rows.insert(made, stream.blocks))) {
        await allowed.giveBack();
        continue;
      }
      writer.keep(made);
      // Its main stream may have been deleted in between; then this one would have none.
      if (allowed.main && !(await writer.look(stream.id))) {
        await writer.discard(made);
        return { type: 'NoStream' };
      }
      return { type: 'Created', state: made.state };
    }
  };

  async function allow(allowance: Allowance, bytes: number): Promise<Allowed | Refused> {
    switch (allowance.by) {
      case 'nobody':
        return { main: undefined, quota: null, giveBack: async () => {} };
      case 'voucher': {
        const { hash } = allowance;
        const kept = await vouchers.find(hash);
        if (kept && bytes > kept.voucher.quota.bytes) return { type: 'QuotaSpent' };
        const spent = await vouchers.spend(hash);
        if ('type' in spent) return spent;
        return { main: undefined, quota: spent.quota, giveBack: () => vouchers.giveBack(hash) };
      }
      case 'parent': {
        const main = (await writer.look(allowance.id))?.held;
        if (!main || main.state.parent !== null) return { type: 'NoStream' };
        if (main.state.generation !== allowance.generation) return { type: 'TokensChanged' };
        const room = { bytes, children: 1 };
        const reserved = await writer.reserveFor(main, room);
        if (reserved.type !== 'Reserved') return reserved;
        return { main, quota: null, giveBack: () => writer.releaseFor(main, room) };
      }
    }
  }
}

function newHeld({ blocks, ...stream }: NewStream, { main, quota }: Allowed, total: number): Held {
  return {
    life: randomInt(2 ** 47),
    version: 0,
    state: {
      ...stream,
      start: 0,
      tail: blocks.length,
      sequence: null,
      generation: 0,
      counter: 0,
      parent: main?.state.id ?? null,
      quota,
    },
    total,
    trimmedBytes: 0,
    parentLife: main?.life ?? null,
    children: 0,
    childrenBytes: 0,
    recounts: 0,
  };
}
