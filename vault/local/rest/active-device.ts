/** Which number the chain gave to this device. */
import { assert, sameBytes } from '../../envelope/bytes.ts';
import type { DeviceCard } from '../../identity/types.ts';
import type { State } from '../../membership/state.ts';

/** Before genesis every first device is number 0. */
export function activeDevice(state: State, card: DeviceCard): number {
  if (state.head === null) return 0;
  const own = state.membership.devices.find(({ sign }) => sameBytes(sign, card.sign));
  assert(own, 'the chain lists this device');
  return own.number;
}
