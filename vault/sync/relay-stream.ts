/**
 * A workspace's stream on a relay. Tokens go by epoch: the one that was taken last is tried first, then
 * the one that the chain says the relay has, then the others that this device holds, newest first. That is how somebody who was away walks from rotation to rotation, and how a token that was
 * not swapped yet still serves. What a steward turns is swapped with the entry, or neither happens.
 */
import { bytesToText } from '../envelope/bytes.ts';
import { wireToText } from '../envelope/wire-text.ts';
import type { CircleSecret, Secret } from '../identity/types.ts';
import { NotStored } from '../log/stream-errors.ts';
import type { Batch, Turn, Wire } from '../log/types.ts';
import { type ManageKey, type ManageOperation, manageKeyOf } from './manage-key.ts';
import type { ServerOffset, Source } from './mirrored-stream.ts';
import {
  type Answer,
  type Ask,
  ask,
  LONG_POLL,
  operationHeaders,
  type RelayContext,
  RelayTrouble,
} from './relay-client.ts';
import { type Tokens, tokensOf, verifierOf } from './tokens.ts';

/** The keys that tokens and signatures derive from, as they are now. */
export interface RelayKeys {
  /** The epoch whose tokens the relay should have. */
  readonly tokenEpoch: () => number;
  /** Epochs whose keys this device holds, newest first. */
  readonly epochs: () => readonly number[];
  readonly epoch: (epoch: number) => Secret | undefined;
  /** Keys of the stewards' circle that this device holds, newest first; none where it is no steward's. */
  readonly stewards: () => readonly CircleSecret[];
}

export interface RelayStream extends Source {
  /** Whether there is news behind `from`: waits for it at the relay, at most half a minute. */
  wait(from: ServerOffset, signal: AbortSignal): Promise<boolean>;
  /** An entry with a turn is about to be made: asks now for what its swap needs, beside all else. */
  soonTurns(): void;
  /** Asks for something that the append token allows, such as a child. */
  withAppendToken<T>(what: (token: Uint8Array) => Promise<T>): Promise<T>;
  /** Where the stream ends. */
  tail(): Promise<ServerOffset>;
  /** Makes the stream by a voucher, under the tokens of an epoch; gives its end. */
  create(voucher: Uint8Array, epoch?: number): Promise<ServerOffset>;
  /** Whether the relay answers to this epoch’s tokens, or later ones, as far as was seen. */
  isAt(epoch: number | undefined): boolean;
  /** The relay answered to an older epoch's token than the chain names. */
  readonly lags: boolean;
  /** Deletes the stream with all that belongs to it. */
  remove(): Promise<void>;
  /** Deletes what stands before this place. */
  trim(before: ServerOffset): Promise<void>;
  /** Deletes a stream beside this one. */
  removeChild(child: Uint8Array): Promise<void>;
  /** Gives the relay the tokens that the chain names, where this device may. */
  renewTokens(at: ServerOffset): Promise<boolean>;
}

/** Tokens that are tried for one request, and manage keys for one operation. */
const TRIES = 8;
/** Messages and characters of one request: the relay takes 1,000 and 2 MiB. */
const MOST_MESSAGES = 1000;
const MOST_CHARACTERS = 1_900_000;

export function createRelayStream(
  context: RelayContext,
  id: Uint8Array,
  keys: RelayKeys,
): RelayStream {
  const name = bytesToText(id);
  const tokens = new Map<number, Tokens>();
  /** The epoch whose token was taken last. */
  let taken: number | undefined;
  let ahead: { readonly from: ServerOffset; readonly batch: Batch } | undefined;
  /** The counter for the next swap, asked for before it is needed. */
  let counterSoon: Promise<number> | undefined;

  async function tokensFor(epoch: number): Promise<Tokens | undefined> {
    const known = tokens.get(epoch);
    const secret = keys.epoch(epoch);
    if (known !== undefined || secret === undefined) return known;
    const made = await tokensOf(secret, id, epoch);
    tokens.set(epoch, made);
    return made;
  }

  /** Asks with one token after the other, until the relay knows one. */
  async function withToken<T>(
    use: 'read' | 'append',
    what: (token: Uint8Array) => Promise<T>,
  ): Promise<T> {
    const before = taken === undefined ? [] : [taken];
    const order = new Set([...before, keys.tokenEpoch(), ...keys.epochs()]);
    let trouble = new RelayTrouble('nothing-here', null, true);
    for (const epoch of [...order].slice(0, TRIES)) {
      const found = await tokensFor(epoch);
      if (found === undefined) continue;
      try {
        const answer = await what(found[use]);
        taken = epoch;
        return answer;
      } catch (error) {
        if (!(error instanceof RelayTrouble) || error.because !== 'nothing-here') throw error;
        trouble = error;
      }
    }
    throw trouble;
  }

  function lags(): boolean {
    return taken !== undefined && taken < keys.tokenEpoch();
  }

  function asked(method: Ask['method'], path: string, more: Partial<Ask> = {}) {
    return (token: Uint8Array) => ask(context, { method, path, token, ...more });
  }

  async function get(from: ServerOffset, more: Partial<Ask>, live: string): Promise<Batch> {
    const offset = from === '' ? '-1' : encodeURIComponent(from);
    const path = `${name}?offset=${offset}${live}`;
    const { next, wires, upToDate } = await withToken('read', asked('GET', path, more));
    if (next === null) throw new RelayTrouble('refused');
    // A place that holds messages and leads to itself would never end.
    if (wires.length > 0 && next === from) throw new RelayTrouble('refused');
    // An end that lies elsewhere than the place that was read to: something behind it is gone.
    if (wires.length === 0 && from !== '' && next !== from) throw new RelayTrouble('no-such-place');
    return {
      wires,
      next,
      // What was read may say that the tokens were swapped: then nothing is known of what follows.
      get atEnd() {
        return upToDate && !lags();
      },
    };
  }

  /** Signs an operation with one key after the other, until the relay knows one. */
  async function signed(
    operation: ManageOperation,
    what: (headers: Record<string, string>, body: string) => Promise<Answer>,
    of: Uint8Array = id,
  ): Promise<Answer> {
    let trouble = new RelayTrouble('nothing-here', null, true);
    for (const secret of keys.stewards().slice(0, TRIES)) {
      const made = await (await manageKeyOf(secret)).sign(of, operation);
      const headers = operationHeaders(made);
      try {
        return await what(headers, JSON.stringify(operation));
      } catch (error) {
        if (!(error instanceof RelayTrouble) || error.because !== 'nothing-here') throw error;
        trouble = error;
      }
    }
    throw trouble;
  }

  async function nextCounter(): Promise<number> {
    const head = await withToken('read', asked('HEAD', name));
    if (head.counter === null) throw new RelayTrouble('moved', null, true);
    return head.counter + 1;
  }

  /** An operation that travels by itself. */
  async function manage(operation: ManageOperation, of: Uint8Array = id): Promise<void> {
    await signed(
      operation,
      (headers, body) =>
        ask(context, {
          method: 'POST',
          path: `${bytesToText(of)}/manage`,
          token: null,
          headers: { 'alongside-manage-signature': headers['alongside-manage-signature'] ?? '' },
          body,
        }),
      of,
    );
  }

  async function swapTo(
    next: Tokens,
    stewards: CircleSecret | undefined,
    tail: ServerOffset,
  ): Promise<ManageOperation> {
    const soon = counterSoon?.catch(nextCounter);
    counterSoon = undefined;
    const counter = await (soon ?? nextCounter());
    const key: ManageKey | undefined = stewards && (await manageKeyOf(stewards));
    return {
      op: 'swap',
      counter,
      tail,
      read: bytesToText(verifierOf(next.read)),
      append: bytesToText(verifierOf(next.append)),
      ...(key ? { manage: bytesToText(key.pub) } : {}),
    };
  }

  async function appendTurning(wires: readonly Wire[], turn: Turn, at: ServerOffset) {
    const next = turn.epoch
      ? await tokensOf(turn.epoch.secret, id, turn.epoch.number)
      : await tokensFor(keys.tokenEpoch());
    if (next === undefined) throw new RelayTrouble('nothing-here', null, true);
    const operation = await swapTo(next, turn.stewards ?? undefined, at);
    // By the token of the epoch that the relay has just answered to.
    const token = (await tokensFor(taken ?? keys.tokenEpoch()))?.append ?? null;
    const body = JSON.stringify(wires.map(wireToText));
    await signed(operation, (headers) =>
      ask(context, { method: 'POST', path: name, token, headers, body }),
    );
    tokens.set(next.epoch, next);
    taken = next.epoch;
  }

  async function appendPlainly(wires: readonly Wire[]): Promise<void> {
    for (const part of parted(wires)) {
      const body = JSON.stringify(part);
      await withToken('append', asked('POST', name, { body }));
    }
  }

  return {
    async read(from) {
      const found = ahead?.from === from ? ahead.batch : undefined;
      ahead = undefined;
      return found ?? get(from, {}, '');
    },
    async wait(from, signal) {
      const { wires, next } = await get(from, { signal, patience: LONG_POLL }, '&live=long-poll');
      // It may be read later: whether it is still the end is asked then.
      if (wires.length > 0) ahead = { from, batch: { wires, next } };
      return wires.length > 0;
    },
    async append(wires, turn, at) {
      try {
        // Whoever cannot sign for the stream appends all the same: the entry’s keys are what counts.
        if (turn && keys.stewards().length > 0) await appendTurning(wires, turn, at);
        else await appendPlainly(wires);
      } catch (error) {
        if (!(error instanceof RelayTrouble) || !error.isCertain) throw error;
        throw new NotStored(error.because === 'moved' ? 'moved' : 'refused', error);
      }
    },
    soonTurns() {
      counterSoon ??= nextCounter();
      counterSoon.catch(() => {});
    },
    withAppendToken: (what) => withToken('append', what),
    async tail() {
      const { next } = await withToken('read', asked('HEAD', name));
      return next ?? '';
    },
    isAt: (epoch) => epoch !== undefined && taken !== undefined && taken >= epoch,
    async create(voucher, epoch = keys.tokenEpoch()) {
      const made = await tokensFor(epoch);
      const [stewards] = keys.stewards();
      if (made === undefined || stewards === undefined)
        throw new RelayTrouble('refused', null, true);
      const { next } = await ask(context, {
        method: 'PUT',
        path: name,
        token: voucher,
        headers: {
          'alongside-tokens': [made.read, made.append].map(verifierOf).map(bytesToText).join('.'),
          'alongside-manage': bytesToText((await manageKeyOf(stewards)).pub),
        },
      });
      taken = made.epoch;
      return next ?? '';
    },
    remove: async () => manage({ op: 'delete', counter: await nextCounter() }),
    trim: async (before) => manage({ op: 'trim', counter: await nextCounter(), before }),
    // A child's stream is made, filled and deleted; nothing else is ever done to it.
    removeChild: (child) => manage({ op: 'delete', counter: 1 }, child),
    get lags() {
      return lags();
    },
    async renewTokens(at) {
      const next = await tokensFor(keys.tokenEpoch());
      const [stewards] = keys.stewards();
      if (next === undefined || stewards === undefined) return false;
      const operation = await swapTo(next, stewards, at);
      await manage(operation);
      taken = next.epoch;
      return true;
    },
  };
}

/** Messages in their text form, in as few requests as the relay takes them in. */
function parted(wires: readonly Wire[]): readonly (readonly string[])[] {
  const parts: string[][] = [];
  let size = 0;
  for (const text of wires.map(wireToText)) {
    const part = parts.at(-1);
    size += text.length + 3;
    if (part !== undefined && part.length < MOST_MESSAGES && size <= MOST_CHARACTERS)
      part.push(text);
    else {
      parts.push([text]);
      size = text.length + 3;
    }
  }
  return parts;
}
