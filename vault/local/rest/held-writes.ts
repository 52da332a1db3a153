/**
 * What a served workspace has written and its server has not given back: each write sealed under the
 * local root before any network, each message that carries some written down before it is first
 * sent. Any tab holds; whichever tab sends, sends all. They leave in the same batch that puts what was
 * read back into the log, so a device that stops anywhere has a write here or there, never in
 * both and never nowhere.
 */
import { bytesToText, concat } from '../../envelope/bytes.ts';
import { bytesToPlain, type Plain } from '../../envelope/cbor-read.ts';
import { plainToBytes, type Writable } from '../../envelope/cbor-write.ts';
import { opsToPlain, plainToOps } from '../../log/ops.ts';
import { fitting } from '../../log/pieces.ts';
import { NotStored } from '../../log/stream-errors.ts';
import { createTurns } from '../../log/turns.ts';
import type { Held, Sent, Wire } from '../../log/types.ts';
import { openRecord, sealRecord } from '../root.ts';
import type { Write, WriteRefusal } from '../storage.ts';
import type { Resting } from './keys-at-rest.ts';

export interface HeldWrite extends Held {
  readonly id: string;
  /** After everything that its writer could see waiting. */
  readonly order: number;
  /** As this tab's page named it; null where another tab wrote it, or this one before it was closed. */
  readonly batch: number | null;
}

/** A write on its way to the disk. */
export type Holding = Omit<Held, 'ticket'> & { readonly batch?: number };

export interface HeldNow {
  readonly held: readonly HeldWrite[];
  readonly sent: readonly Sent[];
  /** Records that could not be opened. */
  readonly damaged: number;
}

export interface HeldWrites {
  /**
   * Writes down what was written, in pieces that fit in one entry each. All of it is on the disk when
   * this resolves, or nothing.
   */
  hold(writes: readonly Holding[]): Promise<readonly HeldWrite[] | WriteRefusal>;
  /** What waits as the storage says now: other tabs hold, send and settle too. */
  read(): Promise<HeldNow>;
  /** Writes down messages before they are sent, and lets go of those that `left` no longer has. */
  sending(entries: readonly Sent[], left: readonly Sent[]): Promise<void>;
  /** What goes when these writes were read back and only `left` is still on its way. */
  removals(tickets: readonly number[], left: readonly Sent[]): readonly Write[];
}

export function createHeldWrites({ storage, keys, local, random }: Resting): HeldWrites {
  /** Opened once; what is under a key never changes. */
  const known = new Map<string, HeldWrite>();
  const onTheirWay = new Map<string, Omit<Sent, 'tickets'> & { readonly carries: string[] }>();
  const idOf = new Map<number, string>();
  /** What is held while the storage is read is either found there with its name, or not there yet. */
  const inTurn = createTurns();
  let lastTicket = 0;
  let lastOrder = 0;

  function note(id: string, order: number, write: Holding): HeldWrite {
    lastTicket += 1;
    lastOrder = Math.max(lastOrder, order);
    const held = { batch: null, ...write, id, order, ticket: lastTicket };
    idOf.set(held.ticket, id);
    known.set(id, held);
    return held;
  }

  async function seal(key: string, plain: Writable): Promise<Write> {
    return { put: key, bytes: await sealRecord(local.data, key, plainToBytes(plain), random) };
  }

  async function open(key: string): Promise<Plain | undefined> {
    const sealed = await storage.get(key);
    const bytes = sealed && (await openRecord(local.data, key, sealed));
    return bytes ? bytesToPlain(bytes) : undefined;
  }

  async function readHeld(): Promise<number> {
    const ids = (await storage.keys(keys.held)).map((key) => key.slice(keys.held.length));
    for (const id of known.keys()) if (!ids.includes(id)) known.delete(id);
    const found: [string, number, Omit<Held, 'ticket'>][] = [];
    let damaged = 0;
    for (const id of ids) {
      if (known.has(id)) continue;
      const read = plainToHeld(await open(keys.heldWrite(id)));
      if (read) found.push([id, ...read]);
      else damaged += 1;
    }
    for (const one of found.sort(inOrder)) note(...one);
    return damaged;
  }

  async function readSent(): Promise<number> {
    const hashes = (await storage.keys(keys.sent)).map((key) => key.slice(keys.sent.length));
    for (const hash of onTheirWay.keys()) if (!hashes.includes(hash)) onTheirWay.delete(hash);
    let damaged = 0;
    for (const hash of hashes) {
      if (onTheirWay.has(hash)) continue;
      const read = plainToSent(hash, await open(keys.sentEntry(hash)));
      if (read) onTheirWay.set(hash, read);
      else damaged += 1;
    }
    return damaged;
  }

  return {
    hold: (writes) => inTurn(() => hold(writes)),
    read: () => inTurn(read),
    sending: (entries, left) => inTurn(() => sending(entries, left)),
    removals(tickets, left) {
      const ids = tickets.flatMap((ticket) => idOf.get(ticket) ?? []);
      const gone = [...onTheirWay.keys()].filter((hash) => !left.some((one) => one.hash === hash));
      return [
        ...ids.map((id) => ({ remove: keys.heldWrite(id) })),
        ...gone.map((hash) => ({ remove: keys.sentEntry(hash) })),
      ];
    },
  };

  async function hold(writes: readonly Holding[]) {
    const batch: Write[] = [];
    const made: [string, number, Holding][] = [];
    for (const write of writes) {
      for (const part of fitting(write)) {
        lastOrder += 1;
        const id = bytesToText(random(16));
        made.push([id, lastOrder, { ...write, ...part }]);
        batch.push(await seal(keys.heldWrite(id), heldToPlain(lastOrder, part)));
      }
    }
    const refusal = await storage.write(batch);
    return refusal ?? made.map((one) => note(...one));
  }

  async function read(): Promise<HeldNow> {
    const damaged = (await readHeld()) + (await readSent());
    const held = [...known.values()].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
    const tickets = (ids: readonly string[]) => ids.flatMap((id) => known.get(id)?.ticket ?? []);
    const sent = [...onTheirWay.values()].map(({ carries, ...rest }) => ({
      ...rest,
      tickets: tickets(carries),
    }));
    return { held, sent: inChain(sent), damaged };
  }

  async function sending(entries: readonly Sent[], left: readonly Sent[]): Promise<void> {
    const stale = [...onTheirWay.keys()].filter((hash) => !left.some((one) => one.hash === hash));
    const batch: Write[] = stale.map((hash) => ({ remove: keys.sentEntry(hash) }));
    for (const { turn: _, tickets, ...entry } of entries) {
      const carries = tickets.flatMap((ticket) => idOf.get(ticket) ?? []);
      onTheirWay.set(entry.hash, { ...entry, carries });
      batch.push(await seal(keys.sentEntry(entry.hash), sentToPlain({ ...entry, carries })));
    }
    if (await storage.write(batch)) {
      for (const { hash } of entries) onTheirWay.delete(hash);
      throw new NotStored('refused');
    }
    for (const hash of stale) onTheirWay.delete(hash);
  }
}

type Found = readonly [id: string, order: number, write: unknown];

function inOrder(a: Found, b: Found): number {
  return a[1] - b[1] || (a[0] < b[0] ? -1 : 1);
}

/** Each names the one before it: however they were found, they are sent in the order they were made. */
function inChain(sent: readonly Sent[]): readonly Sent[] {
  const byPrevious = new Map(sent.map((one) => [bytesToText(one.previous), one]));
  const ids = new Set(sent.map(({ id }) => bytesToText(id)));
  const chain: Sent[] = [];
  for (const first of sent) {
    if (ids.has(bytesToText(first.previous))) continue;
    for (let next: Sent | undefined = first; next; next = byPrevious.get(bytesToText(next.id))) {
      chain.push(next);
    }
  }
  return chain;
}

function heldToPlain(order: number, { audience, runs, releases }: Omit<Held, 'ticket'>): Writable {
  const to =
    audience === 'everyone'
      ? null
      : 'circle' in audience
        ? audience.circle
        : [...audience.capsuleTo];
  return [order, to, opsToPlain({ runs, releases })];
}

function plainToHeld(
  plain: Plain | undefined,
): readonly [order: number, write: Omit<Held, 'ticket'>] | null {
  if (!Array.isArray(plain)) return null;
  const [order, to, body] = plain as readonly Plain[];
  const ops = plainToOps(body ?? null);
  if (typeof order !== 'number' || ops === null) return null;
  if (to === null) return [order, { audience: 'everyone', ...ops }];
  if (typeof to === 'string') return [order, { audience: { circle: to }, ...ops }];
  if (!Array.isArray(to)) return null;
  return [order, { audience: { capsuleTo: to as unknown as readonly string[] }, ...ops }];
}

type Stored = Omit<Sent, 'tickets' | 'turn'> & { readonly carries: string[] };

function sentToPlain({ id, previous, kid, wire, carries }: Stored): Writable {
  return [concat(id, previous), kid, wire, carries];
}

function plainToSent(hash: string, plain: Plain | undefined): Stored | null {
  if (!Array.isArray(plain)) return null;
  const [ids, kid, wire, carries] = plain as readonly Plain[];
  if (!(ids instanceof Uint8Array) || ids.length !== 64 || !(wire instanceof Uint8Array))
    return null;
  if (typeof kid !== 'string' || !Array.isArray(carries)) return null;
  return {
    hash,
    id: ids.slice(0, 32),
    previous: ids.slice(32),
    kid,
    wire: Uint8Array.from(wire) as Wire,
    carries: carries as unknown as string[],
  };
}
