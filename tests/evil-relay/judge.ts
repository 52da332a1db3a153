/**
 * Tells what each message of a log means to whoever reads it in that order. Messages are opened once
 * and judged as often as one likes: `open` decides nothing, so a thousand orders of one log cost
 * little more than one.
 *
 *   const judge = await createJudge({ workspace, stream, epochs }, wires);
 *   judge.read(swapped).verdicts // ['accepted at 1', 'rejected at 2 by rule 5: …']
 */
import { type Bytes, bytesToText } from '../../vault/envelope/bytes.ts';
import { kidFor } from '../../vault/envelope/seal.ts';
import { epochSecret } from '../../vault/identity/secret.ts';
import { open } from '../../vault/log/open.ts';
import { step } from '../../vault/log/step.ts';
import type { Opened, Wire } from '../../vault/log/types.ts';
import { beginState, placeBytes } from '../../vault/membership/begin.ts';
import type { State } from '../../vault/membership/state.ts';
import { bytesToState, stateHash, stateToBytes } from '../../vault/membership/state-bytes.ts';

import { verdictText } from '../../vault/vectors/read-entries.ts';

export interface Place {
  readonly workspace: Uint8Array;
  readonly stream: Uint8Array;
  readonly epochs: readonly Bytes[];
}

export interface Reading {
  readonly verdicts: readonly string[];
  readonly state: State;
  readonly hash: string;
}

export interface Judge {
  /** Reads a log from the beginning, or on from a state that was written down. */
  read(wires: readonly Wire[], from?: Uint8Array): Reading;
  /** The state after each prefix of the log it was made with, written down; 0 is the beginning. */
  readonly after: readonly Uint8Array[];
  /** How far the author of a message says to have read; undefined where it does not open. */
  viewOf(wire: Wire): number | undefined;
  /** Opens messages that were not in the first log. */
  learn(wires: readonly Wire[]): Promise<void>;
}

export async function createJudge(place: Place, honest: readonly Wire[]): Promise<Judge> {
  const secrets = await Promise.all(place.epochs.map(epochSecret));
  const byKid = new Map(
    secrets.map((secret) => [bytesToText(kidFor(secret.commit, place.stream)), secret]),
  );
  const commit = secrets[0]?.commit ?? new Uint8Array(32);
  const begin = stateToBytes(
    beginState({ workspace: place.workspace, stream: place.stream, commit }),
  );
  const opened = new Map<Wire, Opened>();

  /** Signers are known as far as `state` lists them; `step` asks again where they were not. */
  async function openAs(wire: Wire, state: State): Promise<Opened> {
    const devices = state.membership.devices;
    return open(wire, {
      stream: place.stream,
      place: placeBytes(state),
      secretFor: (kid) => byKid.get(kid),
      signerOf: (number) => devices[number]?.sign,
    });
  }

  function read(wires: readonly Wire[], from = begin): Reading {
    const state = bytesToState(from);
    if (state === null) throw new Error('Must hold: a state');
    const verdicts = wires.map((wire) => {
      const found = opened.get(wire);
      if (found === undefined) throw new Error('Must hold: the judge has seen this message');
      return verdictText(step(state, found));
    });
    return { verdicts, state, hash: bytesToText(stateHash(state)) };
  }

  const state = bytesToState(begin) as State;
  const after = [begin];
  for (const wire of honest) {
    const one = await openAs(wire, state);
    opened.set(wire, one);
    step(state, one);
    after.push(stateToBytes(state));
  }

  return {
    read,
    after,
    viewOf(wire) {
      const found = opened.get(wire)?.found;
      return found?.type === 'Entry' ? found.entry.frame.viewN : undefined;
    },
    async learn(wires) {
      for (const wire of wires) {
        if (!opened.has(wire)) opened.set(wire, await openAs(wire, state));
      }
    },
  };
}

/** Something that a person is told: an alarm, or an entry that does not fit where it stands. */
export function tells(verdicts: readonly string[]): boolean {
  return verdicts.some((verdict) =>
    /!Fork|!Clone|HeadMoved|ViewAhead|NotNextOfDevice/.test(verdict),
  );
}

/** Nothing of it can be read any more: to its reader the log has stopped, with noise behind it. */
export function isFrozen(verdicts: readonly string[]): boolean {
  return verdicts.length > 0 && verdicts.every((verdict) => verdict.startsWith('foreign'));
}
