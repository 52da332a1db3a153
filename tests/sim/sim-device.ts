/**
 * A device in the simulation: the real replica, the real fold over it, and what it has written
 * down. When it crashes, what was not written down is gone; `startDevice` with the same disk starts
 * it again. Keys are written down as they are learned and writes as they are made; state, fold and
 * place in the stream together, when an act is over.
 */
import { type Bytes, bytesToText } from '../../vault/envelope/bytes.ts';
import { type Block, columnsToTables, tablesToColumns } from '../../vault/fold/columns/snapshot.ts';
import { createFold, type Fold } from '../../vault/fold/fold.ts';
import { stateHash as foldHash } from '../../vault/fold/state-hash.ts';
import { createKeyring } from '../../vault/identity/keyring.ts';
import type { DeviceKeys, Keyring, Random, RawKeys } from '../../vault/identity/types.ts';
import { createReplica } from '../../vault/log/replica.ts';
import type { Delivered, Held, Offset, Replica, Stream } from '../../vault/log/types.ts';
import { activeDevice } from '../../vault/local/rest/active-device.ts';
import { bytesToState, stateHash, stateToBytes } from '../../vault/membership/state-bytes.ts';
import type { Player } from '../../vault/testing/cast.ts';
import type { Accepted, Audience, Change } from '../../vault/types.ts';

/** What a device has written down. */
export interface Disk {
  state: Uint8Array;
  offset: Offset;
  /** The fold that it began with, and what was folded since. */
  blocks: readonly Block[];
  entries: readonly Accepted[];
  held: readonly Held[];
  readonly epochs: Map<number, Bytes>;
  readonly circles: Map<string, RawKeys['circles'][number]>;
}

export interface SimDevice extends Player {
  readonly deviceKeys: DeviceKeys;
  readonly disk: Disk;
  readonly fold: Fold;
  /** Everything folded, in order, before and after the last start. */
  readonly entries: readonly Accepted[];
  /** Shows the changes here and holds them. */
  write(changes: readonly Change[], audience: Audience): void;
  /** Types at the end of a text that everybody may read. */
  type(record: string, words: string): void;
  /** State, fold, place and what is held, all together. */
  writeDown(): void;
  /** What everybody must agree on, as one text. */
  hashes(): string;
}

export interface DeviceStart {
  readonly name: string;
  readonly deviceKeys: DeviceKeys;
  readonly disk: Disk;
  readonly stream: Stream;
  readonly random: Random;
  readonly clock: () => number;
}

export async function startDevice(start: DeviceStart): Promise<SimDevice> {
  const { name, deviceKeys, disk, stream, random, clock } = start;
  const state = bytesToState(disk.state);
  if (state === null) throw new Error('Must hold: a state was written down');
  const keys = await keyringOn(disk, deviceKeys);
  const delivered: Delivered[] = [];
  const entries = [...disk.entries];
  const batches = new Map<number, number>();
  const folded = disk.blocks.length > 0 ? columnsToTables(disk.blocks).state : undefined;
  const fold = createFold({ me: '', random, now: clock }, folded);
  fold.applyAccepted(entries);
  const replica: Replica = createReplica({
    state,
    keys,
    stream,
    device: activeDevice(state, deviceKeys.card),
    offset: disk.offset,
    random,
    clock,
    held: disk.held,
    deliver(one) {
      delivered.push(one);
      if (one.type !== 'Content' && one.type !== 'Sealed') return;
      const settled = one.tickets.map((ticket) => batches.get(ticket)).filter((b) => b !== undefined);
      if (one.type === 'Sealed') return fold.giveUp(settled);
      entries.push(one.accepted);
      fold.applyAccepted([one.accepted], settled);
    },
  });

  function hold(audience: Audience, run: Held['runs'][number], batch: number) {
    const ticket = replica.write(audience, [run]);
    batches.set(ticket, batch);
    disk.held = [...disk.held, ...replica.held().filter((held) => held.ticket === ticket)];
  }

  return {
    name,
    deviceKeys,
    disk,
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
    hashes: () => `${bytesToText(stateHash(state))} ${bytesToText(foldHash(fold.state, 'everyone'))}`,
    write(changes, audience) {
      const { batch, seen } = fold.applyLocal(changes, audience);
      hold(audience, { seen, ops: changes }, batch);
    },
    type(record, words) {
      const handle = fold.texts.open('texts', record, 'words', 'everyone');
      handle.text.insert(handle.text.length, words);
      handle.close();
      for (const { batch, seen, audience, op } of fold.texts.takeTyped(clock(), true)) {
        hold(audience, { seen, ops: [op] }, batch);
      }
    },
    writeDown() {
      disk.state = stateToBytes(state);
      disk.offset = replica.offset;
      disk.entries = [...entries];
      disk.held = replica.held();
    },
  };
}

/** A disk as a device has it at its first start. */
export function firstDisk(first: {
  readonly state: Uint8Array;
  readonly offset: Offset;
  readonly blocks: readonly Block[];
  readonly epochs: RawKeys['epochs'];
  readonly circles: RawKeys['circles'];
}): Disk {
  const { state, offset, blocks, epochs, circles } = first;
  return {
    state,
    offset,
    blocks,
    entries: [],
    held: [],
    epochs: new Map(epochs.map(({ epoch, raw }) => [epoch, raw])),
    circles: new Map(circles.map((one) => [`${one.circle}/${one.generation}`, one])),
  };
}

/** The same disk in another machine: what a copied profile or a restored backup of a disk is. */
export function copyOfDisk(disk: Disk): Disk {
  return { ...disk, epochs: new Map(disk.epochs), circles: new Map(disk.circles) };
}

/** What a newcomer is given of the tables: what everybody may read. */
export function blocksForEveryone(fold: Fold): readonly Block[] {
  return [...tablesToColumns(fold.state, (audience) => audience === 'everyone')];
}

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
