/** A person's door to a relay over HTTP, with nothing of the workspace around it. */
import { stewardsCircle } from '../../vault/circles/well-known.ts';
import { createRelayStream, type RelayStream } from '../../vault/sync/relay-stream.ts';
import type { Player } from '../../vault/testing/cast.ts';
import type { EvilServer } from './over-http.ts';

export function readerOf({ replica, keys }: Player, { server }: EvilServer): RelayStream {
  const { state } = replica;
  const down = (most: number) => Array.from({ length: most + 1 }, (_, i) => most - i);
  const circle = stewardsCircle(state.workspace);
  const context = {
    server,
    fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, init),
    isOnline: () => true,
    timeout: () => new AbortController().signal,
  };
  return createRelayStream(context, state.stream, {
    tokenEpoch: () => state.tokenEpoch,
    epochs: () => down(state.epoch).filter((epoch) => keys.epoch(epoch)),
    epoch: keys.epoch,
    stewards: () =>
      down(state.membership.circles.get(circle)?.generation ?? 0).flatMap(
        (generation) => keys.circle(circle, generation) ?? [],
      ),
  });
}
