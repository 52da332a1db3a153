/**
 * Opens a place whose root is known: keys, snapshot, and the messages since. Whatever can be read is
 * opened, and what cannot is listed; only where the device's keys or the chain itself are gone is
 * there nothing to go on from.
 */

import { type Carried, carriedAtFirst, carry, keepsSealed } from '../../checkpoint/carried.ts';
import { bytesToCarried } from '../../checkpoint/carried-bytes.ts';
import type { Block } from '../../fold/columns/snapshot.ts';
import type { Clock } from '../../identity/types.ts';
import { activeDevice } from '../../local/rest/active-device.ts';
import type { KeyringAtRest } from '../../local/rest/keys-at-rest.ts';
import { openKeyring, type Resting } from '../../local/rest/keys-at-rest.ts';
import { bringUpToDate } from '../../local/rest/migrate.ts';
import { readTail } from '../../local/rest/read-tail.ts';
import { readServer } from '../../local/rest/server-record.ts';
import { readSnapshot } from '../../local/rest/snapshot.ts';
import { createStoredStream } from '../../local/rest/stored-stream.ts';
import { createReplica } from '../../log/replica.ts';
import type { Delivered } from '../../log/types.ts';
import type { State } from '../../membership/state.ts';
import type { Accepted } from '../../types.ts';
import type { Damage, StorageRefusal } from '../types.ts';
import { createOpenedEnvelopes } from './opened-envelopes.ts';
import { asStorageRefusal } from './refusals.ts';

export interface PlaceRead {
  readonly keyring: KeyringAtRest;
  readonly state: State;
  readonly offset: number;
  readonly carried: Carried;
  readonly blocks: readonly Block[];
  readonly entries: readonly Accepted[];
  /** Positions behind which what deleted records said is taken out. */
  readonly erased: readonly number[];
  readonly damaged: readonly Damage[];
}

export type PlaceRefusal =
  | StorageRefusal
  | { readonly type: 'StoreDamaged'; readonly part: 'keys' | 'chain' };

export async function readPlace(resting: Resting, clock: Clock): Promise<PlaceRead | PlaceRefusal> {
  const old = await bringUpToDate(resting);
  if (old) return asStorageRefusal(old);
  const keyring = await openKeyring(resting);
  if (!keyring) return { type: 'StoreDamaged', part: 'keys' };
  const snapshot = await readSnapshot(resting);
  if (!snapshot || snapshot === 'damaged') return { type: 'StoreDamaged', part: 'chain' };
  const { state } = snapshot;
  if (await isKeyLost(resting, keyring, state.epoch)) return { type: 'StoreDamaged', part: 'keys' };

  const device = activeDevice(state, keyring.device.card);
  const { carriedBytes } = snapshot;
  const carried = (carriedBytes && bytesToCarried(carriedBytes)) ?? carriedAtFirst(state, device);
  const openedEnvelopes = createOpenedEnvelopes(state, keyring, carried);
  const entries: Accepted[] = [];
  const rejected: number[] = [];
  const erased: number[] = [];
  const deliver = (delivered: Delivered) => {
    carry(carried, delivered, state, device);
    if (delivered.type === 'Content') entries.push(delivered.accepted);
    else if (delivered.type === 'Chain' && delivered.change === 'compact') {
      erased.push(delivered.position);
    } else if (delivered.type === 'Rejected') rejected.push(delivered.position);
  };
  const tail = await readTail(resting, state, snapshot.offset, {
    keys: keyring,
    async readTo(from, offset, end) {
      const stream = createStoredStream(resting.storage, resting.keys, from.stream);
      const replica = createReplica({
        state: from,
        keys: keyring,
        stream: { ...stream, read: (at) => stream.readUpTo(at, end) },
        device: activeDevice(from, keyring.device.card),
        offset: String(offset),
        random: resting.random,
        clock,
        deliver,
        keepSealed: keepsSealed(carried),
      });
      await replica.catchUp();
    },
  });
  entries.push(...(await openedEnvelopes.read()));
  const positions = [...new Set([...tail.damaged, ...rejected])].sort((a, b) => a - b);
  return {
    keyring,
    state,
    offset: tail.offset,
    carried,
    blocks: snapshot.blocks,
    entries,
    erased,
    damaged: [
      ...snapshot.damaged.map((block) => ({ type: 'BlockDamaged', block }) as const),
      ...positions.map((position) => ({ type: 'EntryDamaged', position }) as const),
      ...keyring.damaged,
    ],
  };
}

/** In a workspace with others a device can have been left out: what it read before opens all the same. */
async function isKeyLost(
  resting: Resting,
  keyring: KeyringAtRest,
  epoch: number,
): Promise<boolean> {
  if (keyring.epoch(epoch)) return false;
  const isThere = (await resting.storage.get(resting.keys.epoch(epoch))) !== undefined;
  return isThere || (await readServer(resting)) === undefined;
}
