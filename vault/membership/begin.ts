/** The state before the first entry. A reader knows the workspace, the stream and the epoch's key. */

import { bytesToText, concat } from '../envelope/bytes.ts';
import { hash } from '../envelope/contexts.ts';
import { kidFor } from '../envelope/seal.ts';
import { emptyMembership } from './change.ts';
import type { State } from './state.ts';

export function beginState(at: {
  readonly workspace: Uint8Array;
  readonly stream: Uint8Array;
  /** The commitment of epoch 0's key. */
  readonly commit: Uint8Array;
}): State {
  const tip = firstTip(at.stream, new Uint8Array(0));
  return {
    workspace: at.workspace,
    incarnation: at.workspace,
    stream: at.stream,
    n: 0,
    tip,
    viewsFrom: 0,
    views: [tip.slice(0, 16)],
    epoch: 0,
    commit: at.commit,
    kid: bytesToText(kidFor(at.commit, at.stream)),
    wires: new Set(),
    head: null,
    chain: [],
    last: [],
    membership: emptyMembership(),
    tokenEpoch: 0,
    said: 0,
    confirmed: [],
  };
}

/** H_0 of a stream; `oldTip` is the tip of the stream it follows, empty for the first. */
export function firstTip(stream: Uint8Array, oldTip: Uint8Array): Uint8Array {
  return hash('log0', stream, oldTip);
}

/** What every signature covers besides its frame: w ‖ i. */
export function placeBytes(state: State): Uint8Array {
  return concat(state.workspace, state.incarnation);
}
