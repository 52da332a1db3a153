/**
 * Reads a stream from where it was left: opens messages side by side, steps through them one by
 * one, takes the keys they bring and hands on what they say, in order. A chain entry is a barrier:
 * what follows may need the keys it brings, so it is opened again.
 */

import { bytesToText, sameBytes } from '../envelope/bytes.ts';
import type { Keyring } from '../identity/types.ts';
import { placeBytes } from '../membership/begin.ts';
import type { Membership, State } from '../membership/state.ts';
import type { CircleId } from '../types.ts';
import type { HybridClock } from './hlc.ts';
import { learnKeys } from './learn.ts';
import { open } from './open.ts';
import { step } from './step.ts';
import { StreamAway } from './stream-errors.ts';
import { turnover } from './turnover.ts';
import type { Delivered, Offset, OpenKeys, Stream, Verdict, Wire } from './types.ts';
import { unseal } from './unseal.ts';

const SIDE_BY_SIDE = 64;
/** Batches in a row of which nothing counts, before the rest is left for later: there may be no end to it. */
const MOST_NOISE = 32;

export interface Reader {
  readonly offset: Offset;
  catchUp(): Promise<'NoKey' | 'NeedsUpdate' | null>;
}

export interface Reading {
  readonly state: State;
  readonly keys: Keyring;
  readonly stream: Stream;
  readonly device: number;
  readonly hybrid: HybridClock;
  readonly deliver: (delivered: Delivered) => void;
  readonly keepSealed?: ((circle: CircleId) => boolean) | undefined;
  /** Told of each verdict by the wire's hash; gives the tickets that are now read back. */
  readonly settle: (hash: string, verdict: Verdict) => readonly number[];
}

export function createReader(reading: Reading, from: Offset): Reader {
  let offset = from;
  return {
    get offset() {
      return offset;
    },
    async catchUp() {
      for (let noise = 0; ; ) {
        const batch = await reading.stream.read(offset);
        if (batch.wires.length === 0) {
          offset = batch.next;
          return null;
        }
        const counted: boolean[] = [];
        const blocked = await readAll(reading, batch.wires, counted);
        if (batch.taken !== undefined) offset = await batch.taken(counted);
        else if (blocked === null) offset = batch.next;
        if (blocked !== null) return blocked;
        if (batch.atEnd) return null;
        noise = counted.includes(true) ? 0 : noise + 1;
        if (noise === MOST_NOISE) throw new StreamAway('nothing but noise');
      }
    },
  };
}

/** The keys that may be tried now: only the current epoch's, since no other counts. */
export function openKeysFor(state: State, keys: Keyring): OpenKeys {
  const secret = keys.epoch(state.epoch);
  const right = secret !== undefined && sameBytes(secret.commit, state.commit);
  const { kid, stream } = state;
  return {
    stream,
    place: placeBytes(state),
    secretFor: (asked) => (right && asked === kid ? secret : undefined),
    signerOf: (number) => state.membership.devices[number]?.sign,
  };
}

async function readAll(reading: Reading, wires: readonly Wire[], counted: boolean[]) {
  let at = 0;
  while (at < wires.length) {
    const keys = openKeysFor(reading.state, reading.keys);
    const part = wires.slice(at, at + SIDE_BY_SIDE);
    const opened = await Promise.all(part.map((wire) => open(wire, keys)));
    for (const one of opened) {
      const before = reading.state.membership;
      const verdict = step(reading.state, one);
      if (verdict.type === 'Blocked') return verdict.because;
      at += 1;
      counted.push(verdict.type !== 'Foreign');
      const tickets = reading.settle(bytesToText(one.hash), verdict);
      await handOn(reading, verdict, before, tickets);
      if (verdict.type === 'Accepted' && verdict.entry.body.kind === 'chain') break;
    }
  }
  return null;
}

async function handOn(
  reading: Reading,
  verdict: Verdict,
  before: Membership,
  tickets: readonly number[],
): Promise<void> {
  const { deliver } = reading;
  for (const alarm of verdict.alarms) deliver({ type: 'Alarm', alarm });
  if (verdict.type === 'Foreign') deliver({ type: 'Foreign', because: verdict.because });
  if (verdict.type === 'Rejected') {
    const { alarms: _, entry, ...rest } = verdict;
    deliver({ ...rest, device: entry?.frame.device ?? null });
  }
  if (verdict.type !== 'Accepted') return;
  const { position, entry } = verdict;
  const { body, frame } = entry;
  const by = frame.device;
  reading.hybrid.observe(frame.hlc);
  if (body.kind === 'chain' || body.kind === 'circle') {
    const wrong = await learnKeys(reading.state, reading.keys, reading.device, entry);
    if (wrong) deliver({ type: 'WrongKey', position, by, circle: wrong.circle });
  }
  if (body.kind === 'chain') {
    const change = body.change.name;
    deliver({ type: 'Chain', position, change, by, ...turnover(before, reading.state.membership) });
  } else if (body.kind === 'circle') {
    deliver({ type: 'Circle', position, circle: body.generation.circle, by });
  } else if (body.kind === 'heartbeat') deliver({ type: 'Heartbeat', position, by });
  else if (body.kind === 'checkpoint') {
    deliver({ type: 'Checkpoint', position, by, checkpoint: body.checkpoint });
  } else if (body.kind === 'attest') {
    deliver({ type: 'Attest', position, by, sha256: body.sha256 });
  } else {
    const { state, keys, keepSealed } = reading;
    const found = await unseal(state, keys, position, entry, tickets, keepSealed);
    for (const one of found) deliver(one);
  }
}
