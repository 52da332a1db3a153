/** A device over a real relay, put together as the vault's worker does it, without a disk of its own. */
import { type Carried, carry, keepsSealed } from '../../vault/checkpoint/carried.ts';
import type { Fold } from '../../vault/fold/fold.ts';
import { createDeviceSeeds, deviceFromSeeds } from '../../vault/identity/device.ts';
import { createKeyring } from '../../vault/identity/keyring.ts';
import type { Keyring, Random } from '../../vault/identity/types.ts';
import { createReplica } from '../../vault/log/replica.ts';
import type { Delivered, Offset, Replica, Stream } from '../../vault/log/types.ts';
import type { State } from '../../vault/membership/state.ts';
import { machineNetwork } from '../../vault/sync/network.ts';
import type { RelayContext } from '../../vault/sync/relay-client.ts';
import { relayKeys } from '../../vault/sync/relay-keys.ts';
import { createRelayStream, type RelayStream } from '../../vault/sync/relay-stream.ts';
import { seededRandom } from '../../vault/testing/random.ts';

export interface Device {
  readonly keys: Keyring;
  readonly random: Random;
}

/** Keys that one name makes, the same in every run. */
export async function deviceOf(name: string): Promise<Device> {
  const random = seededRandom(name);
  return { random, keys: createKeyring(await deviceFromSeeds(createDeviceSeeds(random))) };
}

export function relayAt(server: string, fetched: typeof fetch = fetch): RelayContext {
  return { ...machineNetwork, fetch: fetched, server };
}

export function streamAt(context: RelayContext, state: State, keys: Keyring): RelayStream {
  return createRelayStream(context, state.stream, relayKeys(state, keys));
}

export interface MemberStart {
  readonly state: State;
  readonly device: number;
  readonly offset: Offset;
  readonly relay: RelayStream;
  readonly fold: Fold;
  readonly carried: Carried;
}

/** Reads and writes through the relay from a place on. */
export function startMember({ keys, random }: Device, start: MemberStart): Replica {
  const { state, device, offset, relay, fold, carried } = start;
  let at = offset;
  const stream: Stream = {
    id: state.stream,
    append: (wires, turn) => relay.append(wires, turn, at),
    async read(from) {
      const batch = await relay.read(from);
      at = batch.next;
      return batch;
    },
  };
  const deliver = (delivered: Delivered) => {
    carry(carried, delivered, state, device);
    if (delivered.type === 'Content') fold.applyAccepted([delivered.accepted]);
  };
  const keepSealed = keepsSealed(carried);
  const here = { state, keys, stream, device, offset, random, clock: Date.now };
  return createReplica({ ...here, deliver, keepSealed });
}
