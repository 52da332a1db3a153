/**
 * Players of the cast on a relay: the same people and keys, with replicas in memory that read and append
 * there. For what concerns tokens and races; nothing of it rests anywhere.
 */

import { assert } from '../envelope/bytes.ts';
import { createReplica } from '../log/replica.ts';
import type { Delivered, Replica } from '../log/types.ts';
import { bytesToState, stateToBytes } from '../membership/state-bytes.ts';
import type { RelayContext } from '../sync/relay-client.ts';
import { relayKeys } from '../sync/relay-keys.ts';
import { createRelayStream, type RelayStream } from '../sync/relay-stream.ts';
import type { Player } from './cast.ts';

export interface RelayPlayer {
  readonly name: string;
  readonly replica: Replica;
  readonly relay: RelayStream;
  readonly delivered: readonly Delivered[];
}

export function contextOn(server: string, fetcher: typeof fetch): RelayContext {
  return {
    server,
    fetch: fetcher,
    isOnline: () => true,
    timeout: () => new AbortController().signal,
  };
}

/** The player as they stand, over a relay on which their stream begins empty. */
export function playerOn(
  { name, replica: before, keys, random }: Player,
  context: RelayContext,
  clock: () => number,
): RelayPlayer {
  const state = bytesToState(stateToBytes(before.state));
  assert(state !== null, 'what was written reads');
  const relay = createRelayStream(context, state.stream, relayKeys(state, keys));
  const delivered: Delivered[] = [];
  let at = '';
  const replica = createReplica({
    state,
    keys,
    stream: {
      id: state.stream,
      append: (wires, turn) => relay.append(wires, turn, at),
      async read(from) {
        const batch = await relay.read(from);
        if (batch.wires.length === 0) at = batch.next;
        return batch;
      },
    },
    device: before.device,
    offset: '',
    random,
    clock,
    deliver: (one) => void delivered.push(one),
  });
  return { name, replica, relay, delivered };
}
