/** What the parts of the contract suite share: a store under test, and short words for what they ask of it. */
import { expect } from 'vitest';
import {
  type Append,
  keyBytes,
  type NewStream,
  type News,
  type Store,
  type StreamState,
  type Swap,
  type Voucher,
} from '../store.ts';

/** A form of store under test, opened anew for each test. */
export interface Trial {
  /** The form's name, for titles. */
  readonly form: string;
  /** The clock of the store; it stands at `began` when a test opens one. */
  readonly clock: { now: number };
  open(): Promise<Store>;
  /** Closes the store and opens another over the same place. */
  reopened(): Promise<Store>;
  /** Changes one byte of a kept block behind the store's back; gives a store that is opened after. */
  damaged(id: string, block: number): Promise<Store>;
}

export const began = Date.UTC(2027, 0, 4);
export const day = 86_400_000;

export const nobody = { by: 'nobody' } as const;

export const bytes = (text: string) => new Uint8Array(Buffer.from(text));

/** Thirty-two bytes that tell themselves apart by one number. */
export const key = (number: number) => new Uint8Array(keyBytes).fill(number);

export const access = (number: number) => ({
  read: key(number),
  append: key(number + 100),
  manage: key(number + 200),
});

export const main = (id: string): NewStream => ({
  id,
  contentType: 'application/json',
  blocks: [],
  closed: false,
  expiresAt: null,
  ttl: null,
  access: access(1),
});

export const parent = (id: string, generation = 0) => ({ by: 'parent', id, generation }) as const;

export const append = (...blocks: string[]): Append => ({
  blocks: blocks.map(bytes),
  generation: 0,
});

export const swap = (given: Partial<Swap>): Swap => ({
  op: 'swap',
  counter: 1,
  tail: 0,
  read: key(21),
  append: key(22),
  manage: null,
  ...given,
});

export async function vouched(store: Store, given: { streams?: number; bytes?: number }) {
  const voucher: Voucher = {
    hash: key(7),
    streams: given.streams ?? 5,
    quota: { bytes: given.bytes ?? 10_000, children: 3 },
  };
  expect(await store.addVoucher(voucher)).toBeUndefined();
  return { by: 'voucher', hash: voucher.hash } as const;
}

export async function found(store: Store, id: string): Promise<StreamState> {
  const state = await store.find(id);
  if ('type' in state) throw new Error(`${id} is not found: ${state.type}`);
  return state;
}

/** All blocks of a stream from a place on, as text. */
export async function all(store: Store, id: string, generation = 0, from = 0): Promise<string[]> {
  const read = await store.read(id, { from, maxBytes: 1e9, generation });
  if (read.type !== 'Read') throw new Error(`${id} cannot be read: ${read.type}`);
  return read.blocks.map((block) => Buffer.from(block).toString());
}

/** Sweeps until nothing waits. */
export async function swept(store: Store): Promise<void> {
  for (let round = 0; round < 1000; round++) {
    const more = await store.sweep();
    if (more === false) return;
    expect(more).toBe(true);
  }
  throw new Error('sweeping does not end');
}

/** Listens to a stream; `until` waits for news after which something holds. */
export async function listening(store: Store, id: string) {
  const heard: News[] = [];
  let wake: () => void = () => {};
  const stop = await store.listen(id, (news) => {
    heard.push(news);
    wake();
  });
  return {
    heard,
    stop,
    async until(holds: () => Promise<boolean>): Promise<void> {
      for (let seen = 0; ; ) {
        if (heard.length > 0 && (await holds())) return;
        if (heard.length === seen) {
          await new Promise<void>((resolve) => {
            wake = resolve;
            if (heard.length > seen) resolve();
          });
        }
        seen = heard.length;
      }
    },
  };
}
