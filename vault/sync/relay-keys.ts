/** The keys of a device, as a relay's tokens and signatures derive from them. */
import { stewardsCircle } from '../circles/well-known.ts';
import type { CircleSecret, Keyring } from '../identity/types.ts';
import { activeDevice } from '../local/rest/active-device.ts';
import type { State } from '../membership/state.ts';
import type { RelayKeys } from './relay-stream.ts';

/** As the chain has it at the moment of asking. A device that is no steward’s signs nothing. */
export function relayKeys(state: State, keyring: Keyring): RelayKeys {
  const circle = stewardsCircle(state.workspace);
  return {
    tokenEpoch: () => state.tokenEpoch,
    epochs: () => downFrom(state.epoch).filter((epoch) => keyring.epoch(epoch) !== undefined),
    epoch: (epoch) => keyring.epoch(epoch),
    stewards() {
      const found = state.membership.circles.get(circle);
      const number = activeDevice(state, keyring.device.card);
      if (!found?.holders.includes(number)) return [];
      const keys = downFrom(found.generation).map((one) => keyring.circle(circle, one));
      return keys.filter((key): key is CircleSecret => key !== undefined);
    },
  };
}

/** Newest first, and no further back than anybody walks in one step. */
function downFrom(newest: number): readonly number[] {
  return Array.from({ length: Math.min(newest + 1, 64) }, (_, i) => newest - i);
}
