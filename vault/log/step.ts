/**
 * The rules, in their order: one message at a time, from a state to the next. Synchronous and the
 * same for every replica: no clock, no locale, no "me", no randomness; it never throws for anything
 * that bytes can say. The state changes in place.
 *
 * 1 version, key, no repeat; 2 opens and decodes; 3 an active device signed it; 4 its author's view
 * lies before it; 5 it follows its device's last authentic entry; 6 it is allowed. Rule 7, about
 * single ops, is the fold's.
 */

import { bytesToText, sameBytes } from '../envelope/bytes.ts';
import { hash } from '../envelope/contexts.ts';
import { signedBytes } from '../envelope/frame.ts';
import { kidFor } from '../envelope/seal.ts';
import { verifyNow } from '../identity/signing.ts';
import { applyChange, placeOf } from '../membership/apply.ts';
import { firstTip, placeBytes } from '../membership/begin.ts';
import type { Change } from '../membership/changes/index.ts';
import { isSteward } from '../membership/questions/stewards.ts';
import type { Device, State } from '../membership/state.ts';
import { allowContent } from './allow-content.ts';
import type { Alarm, Entry, Opened, Refusal, Rejection, Verdict } from './types.ts';

export function step(state: State, opened: Opened): Verdict {
  if (state.membership.version > 1) return { type: 'Blocked', because: 'NeedsUpdate', alarms: [] };
  if (!opened.knownVersion) return { type: 'Foreign', because: 'UnknownVersion', alarms: [] };
  if (opened.kid !== state.kid) return { type: 'Foreign', because: 'OtherKey', alarms: [] };
  const wire = bytesToText(opened.hash);
  if (state.wires.has(wire)) return { type: 'Foreign', because: 'Repeated', alarms: [] };
  if (opened.found.type === 'NoKey') return { type: 'Blocked', because: 'NoKey', alarms: [] };

  const position = count(state, opened.hash, wire);
  const alarms: Alarm[] = [];
  const rejected = (rejection: Rejection, entry: Entry | null): Verdict => ({
    type: 'Rejected',
    position,
    entry,
    alarms,
    ...rejection,
  });
  if (opened.found.type === 'Broken') {
    return rejected({ rule: 2, because: opened.found.because }, null);
  }

  const { entry, signed } = opened.found;
  const signer = signerOf(state, entry);
  if (signer === null) return rejected({ rule: 3, because: 'DeviceNotActive' }, entry);
  if (!isSigned(state, entry, signer, signed)) {
    return rejected({ rule: 3, because: 'SignatureWrong' }, entry);
  }

  const follows = followsLast(state, entry);
  if (follows) state.last[entry.frame.device] = entry.id;

  const { viewN, device } = entry.frame;
  if (!viewAgrees(state, entry)) alarms.push({ type: 'Fork', position, device, viewN });
  if (viewN >= position) return rejected({ rule: 4, because: 'ViewAhead' }, entry);

  if (!follows) {
    alarms.push({ type: 'Clone', position, device });
    return rejected({ rule: 5, because: 'NotNextOfDevice' }, entry);
  }

  if (alarms.length === 0) state.confirmed[device] = { viewN, hlc: entry.frame.hlc };
  const refusal = allow(state, entry);
  if (refusal !== null) return rejected({ rule: 6, because: refusal }, entry);
  if (entry.body.kind !== 'heartbeat') state.said = position;
  return { type: 'Accepted', position, entry, alarms };
}

/** Counts the message: n and H go on, whatever it turns out to be. */
function count(state: State, wireHash: Uint8Array, wire: string): number {
  state.n += 1;
  state.tip = hash('log', state.tip, wireHash);
  state.views.push(state.tip.slice(0, 16));
  state.wires.add(wire);
  return state.n;
}

/** The key that S names for the author here; for genesis the key it brings. */
function signerOf(state: State, entry: Entry): Uint8Array | null {
  const { device: number, type } = entry.frame;
  const device: Device | undefined = state.membership.devices[number];
  if (device !== undefined) return device.active ? device.sign : null;
  if (state.head !== null || number !== 0 || type !== 0) return null;
  return entry.body.kind === 'chain' ? entry.body.change.firstKey : null;
}

/** `open` has checked already where it knew the signer; else it is checked here and now. */
function isSigned(
  state: State,
  entry: Entry,
  signer: Uint8Array,
  signed: { readonly by: Uint8Array; readonly place: Uint8Array; readonly valid: boolean } | null,
): boolean {
  const place = placeBytes(state);
  if (signed !== null && sameBytes(signed.by, signer) && sameBytes(signed.place, place)) {
    return signed.valid;
  }
  return verifyNow(signer, entry.sig, signedBytes(place, entry.frameBytes));
}

/**
 * Whether p is the device's last authentic entry. An entry that fails here does not become the
 * last: else anybody could seal an old entry of another's again and make their next one fail.
 */
function followsLast(state: State, entry: Entry): boolean {
  const last = state.last[entry.frame.device] ?? new Uint8Array(32);
  return sameBytes(entry.frame.previous, last);
}

/** Views from before this replica's own begin cannot be compared. */
function viewAgrees(state: State, entry: Entry): boolean {
  const { viewN, viewH } = entry.frame;
  if (viewN > state.n) return false;
  const seen = state.views[viewN - state.viewsFrom];
  return seen === undefined || sameBytes(seen, viewH);
}

function allow(state: State, entry: Entry): Refusal | null {
  if (entry.frame.epoch !== state.epoch) return 'EpochDiffers';
  if (entry.body.kind !== 'chain') return allowContent(state, entry);
  const { change } = entry.body;
  const { head } = entry.frame;
  const extendsHead =
    state.head === null ? head === null : head !== null && sameBytes(head, state.head);
  if (!extendsHead) return 'HeadMoved';
  if (change.brings.stream !== null && !isOfAllBefore(state, entry)) return 'NotAllBefore';
  const author = state.head === null ? null : entry.frame.device;
  const bySteward = isSteward(state, author);
  const refusal = applyChange(state, change, entry.wraps, placeOf(state, author));
  if (refusal === null) extendChain(state, change, entry, bySteward);
  return refusal;
}

/**
 * A compaction is of exactly what stands before it, as this replica has it: who has another history
 * does not go on under its keys with their own.
 */
function isOfAllBefore(state: State, { frame }: Entry): boolean {
  const tip = state.views[frame.viewN - state.viewsFrom];
  return frame.viewN === state.n - 1 && tip !== undefined && sameBytes(tip, frame.viewH);
}

function extendChain(state: State, { brings }: Change, entry: Entry, bySteward: boolean): void {
  state.head = entry.id;
  state.chain.push({ frame: entry.frameBytes, sig: entry.sig });
  for (const device of state.membership.devices) {
    if (state.last[device.number] === undefined) state.last[device.number] = entry.id;
  }
  if (brings.stream !== null) moveTo(state, brings.stream, entry.id);
  if (brings.rotation !== null && brings.rotation.epoch !== state.epoch) {
    state.epoch = brings.rotation.epoch;
    state.commit = brings.rotation.commit;
    state.kid = bytesToText(kidFor(state.commit, state.stream));
    state.wires.clear();
    if (bySteward) state.tokenEpoch = state.epoch;
  }
}

/** A new stream: n goes on, H begins anew from the old tip. */
function moveTo(state: State, stream: Uint8Array, incarnation: Uint8Array): void {
  state.tip = firstTip(stream, state.tip);
  state.stream = stream;
  state.incarnation = incarnation;
  state.viewsFrom = state.n;
  state.views = [state.tip.slice(0, 16)];
}
