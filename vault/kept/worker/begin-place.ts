/** Begins a workspace in a place: a new device, the first messages, the two audiences. */
import { assert } from '../../envelope/bytes.ts';
import { createDeviceSeeds } from '../../identity/device.ts';
import type { Clock } from '../../identity/types.ts';
import {
  deviceToRest,
  type KeyringAtRest,
  openKeyring,
  type Resting,
} from '../../local/rest/keys-at-rest.ts';
import { createStoredStream } from '../../local/rest/stored-stream.ts';
import { StorageGone, type WriteRefusal } from '../../local/storage.ts';
import { beginWorkspace } from '../../log/begin-workspace.ts';
import type { State } from '../../membership/state.ts';

export interface Begun {
  readonly state: State;
  /** How many messages of the stored stream are in the state. */
  readonly offset: number;
  readonly keyring: KeyringAtRest;
}

export async function beginPlace(resting: Resting, clock: Clock): Promise<Begun | WriteRefusal> {
  const { storage, keys, random } = resting;
  const device = await deviceToRest(resting, createDeviceSeeds(random));
  const refusal = await storage.write([device]);
  if (refusal) return refusal;
  const keyring = await openKeyring(resting);
  assert(keyring, 'keys that were just wrapped unwrap');
  const stream = createStoredStream(storage, keys, random(16));
  try {
    const deliver = () => {};
    const replica = await beginWorkspace({ keys: keyring, stream, random, clock, deliver });
    return { state: replica.state, offset: Number(replica.offset), keyring };
  } catch (error) {
    if (stream.refused) return stream.refused;
    if (error instanceof StorageGone) return { type: 'StorageLost' };
    throw error;
  }
}
