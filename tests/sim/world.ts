/**
 * The simulated world: machines over one relay, a line from each to the relay that can be down or
 * fail at a chosen call, and a clock. Everything is decided by its arguments: nothing in here draws
 * a number or looks at a real clock.
 *
 *   const world = await createWorld(await beginning({ amina: 'steward', ruth: 'member' }));
 *   await world.act(world.slots[1], (ruth) => ruth.write([…], 'everyone'));
 *   await comeToRest(world);
 */
import type { DeviceKeys } from '../../vault/identity/types.ts';
import { NotStored, StreamAway } from '../../vault/log/stream-errors.ts';
import type { Wire } from '../../vault/log/types.ts';
import { seededRandom, type TestClock, testClock } from '../../vault/testing/cast.ts';
import { createEvilRelay, type EvilRelay, type Tricks } from '../evil-relay/in-memory.ts';
import { createLine, type Fault, type Line } from './line.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';
import { copyOfDisk, type Disk, type SimDevice, startDevice } from './sim-device.ts';
import type { Beginning } from './start.ts';

/** A machine: what is on its disk, its clock, its line, and the device that runs on it. */
export interface Slot {
  readonly name: string;
  readonly deviceKeys: DeviceKeys;
  readonly disk: Disk;
  readonly line: Line;
  /** Milliseconds that its clock is ahead. */
  skew: number;
  starts: number;
  running: SimDevice | null;
}

export interface World {
  readonly relay: EvilRelay;
  readonly scheduler: Scheduler;
  readonly clock: TestClock;
  readonly slots: Slot[];
  readonly coreTeam: string;
  /** A further machine with this disk. */
  addSlot(name: string, deviceKeys: DeviceKeys, disk: Disk, tricks?: Tricks): Slot;
  /** The device that runs there; started from its disk where it does not. */
  device(slot: Slot): Promise<SimDevice>;
  /** One act, and what goes wrong in it. A crash ends it. */
  act(slot: Slot, what: (device: SimDevice) => Promise<void>, fault?: Fault | null): Promise<void>;
  /** Power off: only what the storage has is left. */
  crash(slot: Slot): void;
  /** Whether this device is still one of the workspace's, as far as it knows. */
  isActive(device: SimDevice): boolean;
  /** While true the relay plays none of its tricks. */
  relayIsHonest: boolean;
  /** Told of every device that has ended an act. */
  afterAct: (device: SimDevice) => void;
}

export interface WorldOptions {
  readonly seed?: string;
  /** What the relay does to everybody's line, or to one person's. */
  readonly tricks?: (name: string) => Tricks;
}

export async function createWorld(start: Beginning, options: WorldOptions = {}): Promise<World> {
  const { seed = 'world', tricks = () => ({}) } = options;
  const relay = createEvilRelay(start.stream, [...start.wires] as Wire[]);
  const scheduler = createScheduler();
  const clock = testClock();
  const world: World = {
    relay,
    scheduler,
    clock,
    slots: [],
    coreTeam: start.coreTeam,
    addSlot(name, deviceKeys, disk, own = tricks(name)) {
      const stream = relay.streamFor(name, whileItLies(own, world));
      const line = createLine(name, stream, disk.storage, scheduler);
      const slot: Slot = { name, deviceKeys, disk, line, skew: 0, starts: 0, running: null };
      world.slots.push(slot);
      return slot;
    },
    async device(slot) {
      if (slot.running !== null) return slot.running;
      slot.starts += 1;
      const { name, deviceKeys, disk, line } = slot;
      slot.running = await startDevice({
        name,
        deviceKeys,
        disk,
        storage: line.storage,
        source: line.source,
        random: seededRandom(`${seed}/${world.slots.indexOf(slot)}/${slot.starts}`),
        clock: () => clock.now + slot.skew,
      });
      return slot.running;
    },
    async act(slot, what, fault = null) {
      const device = await world.device(slot);
      const crashed = slot.line.begin(fault);
      const ended = await Promise.race([
        what(device)
          .catch(onlyTheNetwork)
          .then(() => 'done'),
        crashed,
      ]);
      slot.line.end();
      if (ended === 'crashed') slot.running = null;
      else world.afterAct(device);
    },
    crash(slot) {
      slot.running = null;
    },
    isActive: ({ replica }) => replica.state.membership.devices[replica.device]?.active === true,
    relayIsHonest: false,
    afterAct: () => {},
  };
  for (const { name, deviceKeys, disk } of start.people) {
    world.addSlot(name, deviceKeys, copyOfDisk(disk));
  }
  return world;
}

function whileItLies(tricks: Tricks, world: World): Tricks {
  return {
    ...tricks,
    append: (nth) => (world.relayIsHonest ? 'honest' : (tricks.append?.(nth) ?? 'honest')),
    read: (nth, from, honest) =>
      world.relayIsHonest ? honest : (tricks.read?.(nth, from, honest) ?? honest),
  };
}

function onlyTheNetwork(error: unknown): void {
  if (!(error instanceof StreamAway || error instanceof NotStored)) throw error;
}
