/**
 * Where the workspace went on last: a compaction's keys, stream and server, as the chain says it.
 * Walked once for each head of a chain.
 */
import { bytesToText } from '../../envelope/bytes.ts';
import { millisecondsOf } from '../../log/hlc.ts';
import { replayChain } from '../replay-chain.ts';
import type { State } from '../state.ts';

export interface Move {
  /** The incarnation that it began, as text. */
  readonly incarnation: string;
  readonly stream: Uint8Array;
  /** The server as it was typed; empty where that stayed. */
  readonly relay: string;
  /** The first epoch after it. */
  readonly epoch: number;
  /** By its author's clock, ms since 1970. */
  readonly at: number;
  readonly by: number;
}

const known = new WeakMap<State['chain'], { readonly head: string; readonly move: Move | null }>();

/** Null where the workspace is where it began. */
export function lastMove({ workspace, incarnation, chain, head }: State): Move | null {
  const at = head === null ? '' : bytesToText(head);
  const before = known.get(chain);
  if (before?.head === at) return before.move;
  let move: Move | null = null;
  if (bytesToText(incarnation) !== bytesToText(workspace)) {
    for (const step of replayChain(workspace, chain)) {
      if (step?.change.name !== 'compact') continue;
      const [stream, relay] = step.change.toPlain() as readonly [Uint8Array, string];
      const { id, epoch, frame } = step;
      const about = { at: millisecondsOf(frame.hlc), by: frame.device };
      move = { incarnation: bytesToText(id), stream, relay, epoch, ...about };
    }
  }
  known.set(chain, { head: at, move });
  return move;
}
