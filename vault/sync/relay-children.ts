/**
 * Streams beside a workspace's own on its relay: lobbies, and the chunks of checkpoints. Their tokens
 * come with their address. Making one takes the workspace's append token, which somebody who only
 * comes with a link does not have.
 */
import { bytesToText } from '../envelope/bytes.ts';
import { wireToText } from '../envelope/wire-text.ts';
import type { Child, ChildAddress, ChildRefusal, Children } from '../log/children.ts';
import type { Batch, Offset, Stream, Wire } from '../log/types.ts';
import { type Ask, ask, LONG_POLL, type RelayContext, RelayTrouble } from './relay-client.ts';
import { verifierOf } from './tokens.ts';

/** What a workspace's device makes children with. */
export interface ChildrenParent {
  /** The main stream, 16 bytes. */
  readonly id: Uint8Array;
  /** Asks with the tokens that may append to it, until the relay knows one. */
  readonly withAppendToken: <T>(use: (token: Uint8Array) => Promise<T>) => Promise<T>;
}

/** A parent is for who is in; without one, `open` finds only what others made. */
export function createRelayChildren(
  context: RelayContext,
  parent: ChildrenParent | null,
): Children {
  const visit = async (at: ChildAddress): Promise<Stream | ChildRefusal> => {
    try {
      await ask(context, { method: 'HEAD', path: bytesToText(at.id), token: at.read });
      return streamAt(context, at);
    } catch (error) {
      return refusalOf(error);
    }
  };
  return {
    visit,
    at: (at) => streamAt(context, at),
    async open(at, until) {
      if (parent === null) return visit(at);
      try {
        await parent.withAppendToken((token) =>
          ask(context, {
            method: 'PUT',
            path: bytesToText(at.id),
            token,
            headers: {
              'alongside-parent': bytesToText(parent.id),
              'alongside-tokens': [at.read, at.append].map(verifierOf).map(bytesToText).join('.'),
              ...(until === null ? {} : { 'alongside-expires': String(Math.ceil(until / 1000)) }),
            },
          }),
        );
        return streamAt(context, at);
      } catch (error) {
        // Made before, with another expiry: it is the same one.
        const refusal = refusalOf(error);
        return refusal.type === 'NotThere' ? visit(at) : refusal;
      }
    },
  };
}

function refusalOf(error: unknown): ChildRefusal {
  if (!(error instanceof RelayTrouble)) throw error;
  return { type: error.because === 'nothing-here' ? 'NotThere' : 'Away' };
}

/** The child as a stream, whether or not it is there: its first use says. */
export function streamAt(context: RelayContext, at: ChildAddress): Child {
  const path = bytesToText(at.id);
  /** What waiting brought: it need not be asked for again. */
  let ahead: { readonly from: Offset; readonly batch: Batch } | undefined;

  async function get(from: Offset, live: string, more: Partial<Ask>): Promise<Batch> {
    const offset = from === '' ? '-1' : encodeURIComponent(from);
    const asked = { method: 'GET', path: `${path}?offset=${offset}${live}`, ...more } as const;
    const { wires, next, upToDate } = await ask(context, { token: at.read, ...asked });
    if (next === null || (wires.length > 0 && next === from)) throw new RelayTrouble('refused');
    // An end that lies elsewhere than the place that was read to: something behind it is gone.
    if (wires.length === 0 && from !== '' && next !== from) throw new RelayTrouble('no-such-place');
    return { wires, next, atEnd: upToDate };
  }

  return {
    id: at.id,
    async append(wires: readonly Wire[]) {
      const body = JSON.stringify(wires.map(wireToText));
      await ask(context, { method: 'POST', path, token: at.append, body });
    },
    async read(from) {
      const found = ahead?.from === from ? ahead.batch : undefined;
      ahead = undefined;
      return found ?? get(from, '', {});
    },
    async wait(from, signal) {
      const batch = await get(from, '&live=long-poll', { signal, patience: LONG_POLL });
      if (batch.wires.length > 0) ahead = { from, batch };
      return batch.wires.length > 0;
    },
  };
}
