/**
 * The streams that were used last, held in memory, and the changes that transactions make to them. Only
 * one process has the database, so what is held here is what is on disk. Every function that changes
 * something runs inside a transaction; where that is undone, `forget` drops what was held.
 */

import { createRecent } from '../recent.ts';
import type {
  Allowance,
  Append,
  Created,
  Exists,
  ManageOp,
  Moved,
  NewStream,
  NoStream,
  Position,
  Quota,
  QuotaSpent,
  StreamState,
  Swap,
  TokensChanged,
} from '../store.ts';
import { endOfStream, type Held, type Rows } from './rows.ts';

/** What a main stream and its children use together. */
interface Family {
  bytes: number;
  children: number;
}

/** What a new stream counts against, and what making it spends. */
interface Allowed {
  readonly root: string | null;
  readonly quota: Quota | null;
  readonly spend: () => void;
}

const heldAtMost = 10_000;
const noStream: NoStream = { type: 'NoStream' };
const tokensChanged: TokensChanged = { type: 'TokensChanged' };
const quotaSpent: QuotaSpent = { type: 'QuotaSpent' };

export function createStreams(rows: Rows, now: () => number) {
  const held = createRecent<Held>(heldAtMost);
  const families = createRecent<Family>(heldAtMost);

  return { forget, find, family, create, append, manage, discard, sweep, touch, rootOf };

  function forget(): void {
    held.clear();
    families.clear();
  }

  /** A stream, whether it expired or not. */
  function load(id: string): Held | undefined {
    const known = held.get(id);
    if (known) return known;
    const row = rows.streams.find(id);
    if (!row) return undefined;
    const found = withItsTail(row);
    held.set(id, found);
    return found;
  }

  /** Where a stream ends is where its last block says; a damaged last block still has its place. */
  function withItsTail(row: Held): Held {
    const { no, state, trimmedBytes } = row;
    const last = rows.blocks.last(no, state.id);
    if (!last || last.at + 1 <= state.start) return row;
    const total = last.bytes
      ? last.total
      : trimmedBytes + rows.blocks.size(no, state.start, endOfStream);
    return { ...row, total, state: { ...state, tail: last.at + 1 } };
  }

  function find(id: string): Held | undefined {
    const found = load(id);
    return found && !isOver(found.state) ? found : undefined;
  }

  function isOver({ expiresAt }: StreamState): boolean {
    return expiresAt !== null && expiresAt <= now();
  }

  function rootOf({ id, parent }: StreamState): string {
    return parent ?? id;
  }

  function family(root: string): Family {
    const known = families.get(root);
    if (known) return known;
    const members = [root, ...rows.streams.children(root)].flatMap((id) => load(id) ?? []);
    const bytes = members.reduce((sum, one) => sum + one.total - one.trimmedBytes, 0);
    const counted = { bytes, children: members.length - 1 };
    families.set(root, counted);
    return counted;
  }

  function keep(changed: Held): StreamState {
    held.set(changed.state.id, changed);
    return changed.state;
  }

  function create(
    stream: NewStream,
    allowance: Allowance,
  ): Created | Exists | NoStream | { readonly type: 'NoVoucher' } | TokensChanged | QuotaSpent {
    const there = load(stream.id);
    if (there && !isOver(there.state)) return { type: 'Exists', state: there.state };
    const allowed = allow(allowance);
    if ('type' in allowed) return allowed;
    const bytes = sizeOf(stream.blocks);
    if (exceeds(allowed.root, bytes, allowed.quota)) return quotaSpent;
    if (there) discard(there);
    allowed.spend();
    const { blocks, ...rest } = stream;
    const begun = {
      state: {
        ...rest,
        start: 0,
        tail: 0,
        sequence: null,
        generation: 0,
        counter: 0,
        parent: allowed.root,
        quota: allowed.root ? null : allowed.quota,
      },
      total: 0,
      trimmedBytes: 0,
    };
    const no = rows.streams.insert(begun);
    const { tail, total } = write(no, begun.state, 0, blocks);
    return {
      type: 'Created',
      state: keep({ ...begun, no, total, state: { ...begun.state, tail } }),
    };
  }

  /** Whether a stream may be made, what it then counts against, and what making it spends. */
  function allow(
    allowance: Allowance,
  ): Allowed | NoStream | { readonly type: 'NoVoucher' } | TokensChanged | QuotaSpent {
    if (allowance.by === 'nobody') return { root: null, quota: null, spend: () => {} };
    if (allowance.by === 'voucher') {
      const kept = rows.vouchers.find(allowance.hash);
      if (!kept) return { type: 'NoVoucher' };
      const { voucher, spent } = kept;
      if (spent >= voucher.streams) return quotaSpent;
      return {
        root: null,
        quota: voucher.quota,
        spend: () => rows.vouchers.put(voucher, spent + 1),
      };
    }
    const parent = find(allowance.id)?.state;
    if (!parent || parent.parent !== null) return noStream;
    if (parent.generation !== allowance.generation) return tokensChanged;
    const counted = family(parent.id);
    if (parent.quota && counted.children >= parent.quota.children) return quotaSpent;
    const spend = () => {
      counted.children++;
    };
    return { root: parent.id, quota: parent.quota, spend };
  }

  function exceeds(root: string | null, bytes: number, quota: StreamState['quota']): boolean {
    return quota !== null && (root === null ? 0 : family(root).bytes) + bytes > quota.bytes;
  }

  /** Writes blocks at the end of a stream and counts them. */
  function write(no: number, state: StreamState, before: number, blocks: readonly Uint8Array[]) {
    let { tail } = state;
    let total = before;
    const counted = family(rootOf(state));
    for (const block of blocks) {
      total += block.length;
      rows.blocks.insert(no, state.id, tail, total, block);
      tail += 1;
    }
    counted.bytes += total - before;
    return { tail, total };
  }

  function append(id: string, { blocks, generation, swap, sequence, close }: Append) {
    const found = find(id);
    if (!found) return noStream;
    const { no, state } = found;
    if (state.generation !== generation) return tokensChanged;
    if (state.closed) return { type: 'StreamClosed', state } as const;
    if (sequence !== undefined && state.sequence !== null && sequence <= state.sequence) {
      return { type: 'SequenceBehind' } as const;
    }
    if (swap && !fits(state, swap)) return moved(state);
    const root = rootOf(state);
    const quota = root === id ? state.quota : (load(root)?.state.quota ?? null);
    if (exceeds(root, sizeOf(blocks), quota)) return quotaSpent;
    const { tail, total } = write(no, state, found.total, blocks);
    const longer = { ...found, total, state: { ...state, tail } };
    if (!swap && sequence === undefined && !close) {
      return { type: 'Appended', state: keep(longer) } as const;
    }
    const turned = swap ? turn(longer, swap) : longer;
    const changed: Held = {
      ...turned,
      state: {
        ...turned.state,
        ...(sequence !== undefined && { sequence }),
        ...(close && { closed: true }),
      },
    };
    rows.streams.update(changed);
    return { type: 'Appended', state: keep(changed) } as const;
  }

  /** New verifiers; what the old reader may still read ends at the tail as it is now. */
  function turn(found: Held, { counter, read, append, manage }: Swap): Held {
    const { state } = found;
    if (state.access) rows.formers.add(found.no, state.access.read, state.tail);
    const key = manage ?? state.access?.manage ?? null;
    const access = { read, append, manage: key };
    return { ...found, state: { ...state, access, counter, generation: state.generation + 1 } };
  }

  function manage(id: string, op: ManageOp, generation: number) {
    const found = find(id);
    if (!found) return noStream;
    const { state } = found;
    if (state.generation !== generation) return tokensChanged;
    if (op.counter <= state.counter) return moved(state);
    switch (op.op) {
      case 'delete':
        discard(found);
        return { type: 'Managed', state: null } as const;
      case 'swap':
        return fits(state, op) ? managed(turn(found, op)) : moved(state);
      case 'expire':
        return managed({ ...found, state: { ...state, expiresAt: op.at, counter: op.counter } });
      case 'trim':
        if (op.before > state.tail) return moved(state);
        return managed(trim(found, op.before, op.counter));
    }
  }

  function managed(changed: Held) {
    rows.streams.update(changed);
    return { type: 'Managed', state: keep(changed) } as const;
  }

  function trim(found: Held, before: Position, counter: number): Held {
    const { no, state } = found;
    const start = Math.max(state.start, before);
    const bytes = rows.blocks.size(no, state.start, start);
    family(rootOf(state)).bytes -= bytes;
    rows.formers.removeUpTo(no, start);
    rows.discarded.add(no, start);
    return {
      ...found,
      trimmedBytes: found.trimmedBytes + bytes,
      state: { ...state, start, counter },
    };
  }

  /** Takes a stream and its children away; their blocks wait for `sweep`. */
  function discard(found: Held): string[] {
    const { no, state, total, trimmedBytes } = found;
    const gone = [state.id];
    if (state.parent === null) {
      for (const id of rows.streams.children(state.id)) {
        const child = load(id);
        if (child) gone.push(...discard(child));
      }
    } else {
      const counted = family(state.parent);
      counted.bytes -= total - trimmedBytes;
      counted.children -= 1;
    }
    rows.streams.remove(no);
    rows.formers.removeUpTo(no, endOfStream);
    rows.discarded.add(no, endOfStream);
    held.delete(state.id);
    families.delete(state.id);
    return gone;
  }

  /** Takes an expired stream away. */
  function sweep(id: string): void {
    const found = load(id);
    if (found && isOver(found.state)) discard(found);
  }

  function touch(id: string): undefined {
    const found = find(id);
    if (!found || found.state.ttl === null) return;
    const expiresAt = now() + found.state.ttl * 1000;
    const changed = { ...found, state: { ...found.state, expiresAt } };
    rows.streams.update(changed);
    keep(changed);
  }
}

function fits(state: StreamState, { tail, counter }: Swap): boolean {
  return tail === state.tail && counter > state.counter;
}

function moved(state: StreamState): Moved {
  return { type: 'Moved', state };
}

function sizeOf(blocks: readonly Uint8Array[]): number {
  return blocks.reduce((sum, block) => sum + block.length, 0);
}
