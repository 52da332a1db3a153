/** Reads a list of wires from the beginning of a stream and says what each one is. */

import { bytesToText, sameBytes } from '../envelope/bytes.ts';
import { epochSecret } from '../identity/secret.ts';
import type { Secret } from '../identity/types.ts';
import { open } from '../log/open.ts';
import { step } from '../log/step.ts';
import type { OpenKeys, Verdict, Wire } from '../log/types.ts';
import { beginState, placeBytes } from '../membership/begin.ts';
import type { State } from '../membership/state.ts';
import { bytesToState, stateHash, stateToBytes } from '../membership/state-bytes.ts';

/**
 * How the wires come in: `streamed` one after the other, signatures checked beforehand; `late` with
 * signers unknown until the last moment; `from disk`, the state written and read between any two.
 */
export type Entrance = 'streamed' | 'late' | 'from disk';

export interface ReadEntry {
  readonly verdict: string;
  readonly stateHash: string;
}

export async function readEntries(
  from: {
    readonly workspace: Uint8Array;
    readonly stream: Uint8Array;
    readonly epochs: readonly Uint8Array<ArrayBuffer>[];
  },
  wires: readonly Wire[],
  entrance: Entrance = 'streamed',
): Promise<readonly ReadEntry[]> {
  const secrets = await Promise.all(from.epochs.map(epochSecret));
  const commit = secrets[0]?.commit ?? new Uint8Array(32);
  let state = beginState({ workspace: from.workspace, stream: from.stream, commit });
  const read: ReadEntry[] = [];
  for (const wire of wires) {
    const verdict = step(state, await open(wire, keysFor(state, secrets, entrance)));
    read.push({ verdict: verdictText(verdict), stateHash: bytesToText(stateHash(state)) });
    if (entrance === 'from disk') state = bytesToState(stateToBytes(state)) ?? state;
  }
  return read;
}

/** The state after each entry that moved the chain on: for tests that need many different chains. */
export async function readStates(story: {
  readonly workspace: Uint8Array;
  readonly stream: Uint8Array;
  readonly epochs: readonly Uint8Array<ArrayBuffer>[];
  readonly wires: readonly { readonly wire: Wire }[];
}): Promise<readonly State[]> {
  const secrets = await Promise.all(story.epochs.map(epochSecret));
  const commit = secrets[0]?.commit ?? new Uint8Array(32);
  const state = beginState({ workspace: story.workspace, stream: story.stream, commit });
  const states: State[] = [];
  for (const { wire } of story.wires) {
    const before = state.chain.length;
    step(state, await open(wire, keysFor(state, secrets, 'streamed')));
    const copy = state.chain.length > before ? bytesToState(stateToBytes(state)) : null;
    if (copy !== null) states.push(copy);
  }
  return states;
}

/** A verdict in one line, with its alarms. */
export function verdictText(verdict: Verdict): string {
  const alarms = verdict.alarms.map(({ type }) => ` !${type}`).join('');
  switch (verdict.type) {
    case 'Accepted':
      return `accepted at ${verdict.position}${alarms}`;
    case 'Rejected':
      return `rejected at ${verdict.position} by rule ${verdict.rule}: ${verdict.because}${alarms}`;
    case 'Foreign':
      return `foreign: ${verdict.because}`;
    case 'Blocked':
      return `blocked: ${verdict.because}`;
  }
}

function keysFor(state: State, secrets: readonly Secret[], entrance: Entrance): OpenKeys {
  const { kid, stream, membership } = state;
  const secret = secrets[state.epoch];
  const right = secret !== undefined && sameBytes(secret.commit, state.commit);
  return {
    stream,
    place: placeBytes(state),
    secretFor: (asked) => (right && asked === kid ? secret : undefined),
    signerOf: (number) => (entrance === 'late' ? undefined : membership.devices[number]?.sign),
  };
}
