/**
 * A device in the simulation: the real replica over the real mirror of the relay's stream on a
 * storage in memory, and the real fold over it. When it crashes, what the storage has is left, and
 * `startDevice` with the same disk starts it again, as the application does: the log is read from
 * the storage, then held writes and what was on its way.
 */
import { assert, type Bytes, bytesToText } from '../../vault/envelope/bytes.ts';
import { type Block, columnsToTables } from '../../vault/fold/columns/snapshot.ts';
import { createFold, type Fold } from '../../vault/fold/fold.ts';
import { stateHash as foldHash } from '../../vault/fold/state-hash.ts';
import { createKeyring } from '../../vault/identity/keyring.ts';
import type { DeviceKeys, Keyring, Random, RawKeys } from '../../vault/identity/types.ts';
import type { MemoryStorage } from '../../vault/local/memory-storage.ts';
import { activeDevice } from '../../vault/local/rest/active-device.ts';
import { createHeldWrites } from '../../vault/local/rest/held-writes.ts';
import type { Resting } from '../../vault/local/rest/keys-at-rest.ts';
import { placeKeys } from '../../vault/local/rest/place.ts';
import { localKeys, rootHandle } from '../../vault/local/root.ts';
import type { Storage } from '../../vault/local/storage.ts';
import { createReplica } from '../../vault/log/replica.ts';
import type { Delivered, Held, Replica } from '../../vault/log/types.ts';
import { bytesToState, stateHash } from '../../vault/membership/state-bytes.ts';
import { createMirroredStream, type Source } from '../../vault/sync/mirrored-stream.ts';
import type { Player } from '../../vault/testing/cast.ts';
import type { Accepted, Audience, Change, OpRun } from '../../vault/types.ts';

/** What a device has kept: everything that survives a power cut. */
export interface Disk {
  /** The state that it was welcomed with; the storage has the messages since. */
  readonly began: Uint8Array;
  readonly blocks: readonly Block[];
  readonly storage: MemoryStorage;
  readonly epochs: Map<number, Bytes>;
  readonly circles: Map<string, RawKeys['circles'][number]>;
}

export interface SimDevice extends Player {
  readonly fold: Fold;
  /** Everything folded, in order, before and after the last start. */
  readonly entries: readonly Accepted[];
  /** Shows the changes here and writes them down as held. */
  write(changes: readonly Change[], audience: Audience): Promise<void>;
  /** Types at the end of a text that everybody may read. */
  type(record: string, words: string): Promise<void>;
  /** From now on the relay is asked too; what other starts of this device held is known. */
  goOnline(): Promise<void>;
  /** What waits, as the storage says. */
  held(): Promise<readonly Held[]>;
  /** How far the relay's stream is read. */
  reached(): Promise<string>;
  /** What everybody must agree on, as one text. */
  hashes(): string;
}

export interface DeviceStart {
  readonly name: string;
  readonly deviceKeys: DeviceKeys;
  readonly disk: Disk;
  /** The disk's storage, perhaps behind something that stops it. */
  readonly storage: Storage;
  readonly source: Source;
  readonly random: Random;
  readonly clock: () => number;
}

const local = await localKeys(await rootHandle(new Uint8Array(32)));

/** The place of a simulated device in a storage. */
export function restingOn(storage: Storage, random: Random): Resting {
  return { storage, keys: placeKeys('p'), local, random };
}

export async function startDevice(start: DeviceStart): Promise<SimDevice> {
  const { name, deviceKeys, disk, source, random, clock } = start;
  const state = bytesToState(disk.began);
  assert(state !== null, 'the state it began with');
  const resting = restingOn(start.storage, random);
  const keys = await keyringOn(disk, deviceKeys);
  const folded = disk.blocks.length > 0 ? columnsToTables(disk.blocks).state : undefined;
  const fold = createFold({ me: '', random, now: clock }, folded);
  const delivered: Delivered[] = [];
  const entries: Accepted[] = [];
  const settled: number[] = [];
  const batches = new Map<number, number>();
  const held = createHeldWrites(resting);
  const stream = createMirroredStream({
    resting,
    id: state.stream,
    source,
    settled: async () => held.removals(settled, replica.sent()),
  });
  const replica: Replica = createReplica({
    state,
    keys,
    stream,
    device: activeDevice(state, deviceKeys.card),
    offset: '0',
    random,
    clock,
    deliver(one) {
      delivered.push(one);
      if (one.type !== 'Content' && one.type !== 'Sealed') return;
      settled.push(...one.tickets);
      const shown = one.tickets.map((ticket) => batches.get(ticket)).filter((b) => b !== undefined);
      if (one.type === 'Sealed') return fold.giveUp(shown);
      entries.push(one.accepted);
      fold.applyAccepted([one.accepted], shown);
    },
    ...(await held.read()),
    beforeAppend: (sent) => held.sending(sent, replica.sent()),
  });
  await replica.catchUp();

  async function hold(audience: Audience, run: OpRun, batch: number): Promise<void> {
    const made = await held.hold([{ audience, runs: [run], releases: [] }]);
    assert(Array.isArray(made), 'the storage takes it');
    for (const { ticket } of made) batches.set(ticket, batch);
  }

  return {
    name,
    replica,
    fold,
    keys,
    random,
    delivered,
    entries,
    get rawEpochs() {
      const raw: Bytes[] = [];
      for (const [epoch, key] of disk.epochs) raw[epoch] = key;
      return raw;
    },
    hash: () => bytesToText(stateHash(state)),
    hashes: () =>
      `${bytesToText(stateHash(state))} ${bytesToText(foldHash(fold.state, 'everyone'))}`,
    async write(changes, audience) {
      const { batch, seen } = fold.applyLocal(changes, audience);
      await hold(audience, { seen, ops: changes }, batch);
    },
    async type(record, words) {
      const handle = fold.texts.open('texts', record, 'words', 'everyone');
      handle.text.insert(handle.text.length, words);
      handle.close();
      for (const { batch, seen, audience, op } of fold.texts.takeTyped(clock(), true)) {
        await hold(audience, { seen, ops: [op] }, batch);
      }
    },
    async goOnline() {
      const now = await held.read();
      replica.adopt(now.held, now.sent);
      stream.near = false;
    },
    held: async () => (await held.read()).held,
    reached: () => stream.reached(),
  };
}

/** The same disk in another machine: what a copied profile or a restored backup of a disk is. */
export function copyOfDisk(disk: Disk): Disk {
  const { storage, epochs, circles } = disk;
  return {
    ...disk,
    storage: storage.copy(),
    epochs: new Map(epochs),
    circles: new Map(circles),
  };
}

/** Keys are on the disk as soon as they are learned. */
async function keyringOn(disk: Disk, deviceKeys: DeviceKeys): Promise<Keyring> {
  const keys = createKeyring(deviceKeys);
  for (const [epoch, raw] of disk.epochs) await keys.keepEpoch(epoch, raw);
  for (const { circle, generation, raw } of disk.circles.values()) {
    await keys.keepCircle(circle, generation, raw);
  }
  return {
    ...keys,
    keepEpoch(epoch, raw) {
      disk.epochs.set(epoch, raw);
      return keys.keepEpoch(epoch, raw);
    },
    keepCircle(circle, generation, raw) {
      disk.circles.set(`${circle}/${generation}`, { circle, generation, raw });
      return keys.keepCircle(circle, generation, raw);
    },
  };
}
