/**
 * The simulated world: devices over one relay, a line from each to the relay that can be down or
 * fail at a chosen call, and a clock. Everything is decided by its arguments: nothing in here draws
 * a number or looks at a real clock.
 *
 *   const world = await createWorld(await beginning({ amina: 'steward', ruth: 'member' }));
 *   await world.act(world.slots[1], async (ruth) => { await ruth.replica.send(); });
 *   await world.comeToRest();
 */
import type { DeviceKeys } from '../../vault/identity/types.ts';
import type { Offset, Stream, Wire } from '../../vault/log/types.ts';
import { seededRandom, type TestClock, testClock } from '../../vault/testing/cast.ts';
import { createEvilRelay, type EvilRelay, NoAnswer, type Tricks } from '../evil-relay/in-memory.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';
import { copyOfDisk, type Disk, type SimDevice, startDevice } from './sim-device.ts';
import type { Beginning } from './start.ts';

/** What goes wrong at the nth call of an act. */
export type FaultKind = 'request lost' | 'answer lost' | 'stored twice' | 'crash before' | 'crash after';

export interface Fault {
  readonly kind: FaultKind;
  /** From 1. */
  readonly atCall: number;
}

/** A machine: what is on its disk, its clock, its line, and the device that runs on it. */
export interface Slot {
  readonly name: string;
  readonly deviceKeys: DeviceKeys;
  readonly disk: Disk;
  up: boolean;
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
  /** One act: faults play in it, then what changed is written down. A crash ends it. */
  act(slot: Slot, what: (device: SimDevice) => Promise<void>, fault?: Fault | null): Promise<void>;
  /** Power off, nothing lost but what was not written down. */
  crash(slot: Slot): void;
  /** Whether this device is still one of the workspace's, as far as it knows. */
  isActive(device: SimDevice): boolean;
  /** Told of every device that has just written down its state. */
  onWrittenDown: (device: SimDevice) => void;
}

export async function createWorld(
  start: Beginning,
  seed = 'world',
  tricks: Readonly<Record<string, Tricks>> = {},
): Promise<World> {
  const relay = createEvilRelay(start.stream, [...start.wires] as Wire[]);
  const scheduler = createScheduler();
  const clock = testClock();
  const lines = new Map<Slot, Line>();
  const world: World = {
    relay,
    scheduler,
    clock,
    slots: [],
    coreTeam: start.coreTeam,
    addSlot(name, deviceKeys, disk, own = {}) {
      const slot: Slot = { name, deviceKeys, disk, up: true, skew: 0, starts: 0, running: null };
      lines.set(slot, createLine(slot, relay.streamFor(name, own), scheduler));
      world.slots.push(slot);
      return slot;
    },
    async device(slot) {
      if (slot.running !== null) return slot.running;
      slot.starts += 1;
      const device = await startDevice({
        name: slot.name,
        deviceKeys: slot.deviceKeys,
        disk: slot.disk,
        stream: lineOf(slot).stream,
        random: seededRandom(`${seed}/${world.slots.indexOf(slot)}/${slot.starts}`),
        clock: () => clock.now + slot.skew,
      });
      slot.running = device;
      return device;
    },
    async act(slot, what, fault = null) {
      const device = await world.device(slot);
      const crashed = lineOf(slot).begin(fault);
      await Promise.race([what(device).catch(onlyNoAnswer), crashed]);
      if (slot.running !== device) return;
      device.writeDown();
      world.onWrittenDown(device);
    },
    crash(slot) {
      slot.running = null;
    },
    isActive: ({ replica }) => replica.state.membership.devices[replica.device]?.active === true,
    onWrittenDown: () => {},
  };

  function lineOf(slot: Slot): Line {
    const line = lines.get(slot);
    if (line === undefined) throw new Error('Must hold: every machine has a line');
    return line;
  }

  for (const { name, deviceKeys, disk } of start.people) {
    world.addSlot(name, deviceKeys, copyOfDisk(disk), tricks[name]);
  }
  return world;
}

interface Line {
  readonly stream: Stream;
  /** Counts calls anew and sets what goes wrong. Resolves when it crashes the device. */
  begin(fault: Fault | null): Promise<void>;
}

function createLine(slot: Slot, to: Stream, scheduler: Scheduler): Line {
  let calls = 0;
  let fault: Fault | null = null;
  let crashed = Promise.withResolvers<void>();

  /** The process stops here: nothing that waits for this ever goes on. */
  function stop(): Promise<never> {
    slot.running = null;
    crashed.resolve();
    return new Promise(() => {});
  }

  async function call<T>(passOn: (twice: boolean) => Promise<T>): Promise<T> {
    await scheduler.turn(slot.name);
    calls += 1;
    const kind = fault?.atCall === calls ? fault.kind : null;
    if (kind === 'crash before') return stop();
    if (!slot.up || kind === 'request lost') throw new NoAnswer();
    const answer = await passOn(kind === 'stored twice');
    if (kind === 'crash after') return stop();
    if (kind === 'answer lost') throw new NoAnswer();
    return answer;
  }

  return {
    begin(next) {
      calls = 0;
      fault = next;
      crashed = Promise.withResolvers<void>();
      return crashed.promise;
    },
    stream: {
      id: to.id,
      append: (wires) =>
        call(async (twice) => {
          await to.append(wires);
          if (twice) await to.append(wires);
        }),
      read: (from: Offset) => call(() => to.read(from)),
    },
  };
}

function onlyNoAnswer(error: unknown): void {
  if (!(error instanceof NoAnswer)) throw error;
}
