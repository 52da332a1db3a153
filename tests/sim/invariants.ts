/**
 * What must hold after every fault (security.md, section 4). I1: what a person was told is safe is on
 * the relay or on that device. I2: what the relay said yes to is there. I3: replicas that read the
 * same have the same state. I4: nothing is applied twice or lost. I5: nobody has to come and help.
 */
import { bytesToText } from '../../vault/envelope/bytes.ts';
import type { Accepted, OpRun } from '../../vault/types.ts';
import type { Written } from './deeds.ts';
import type { SimDevice } from './sim-device.ts';
import type { World } from './world.ts';

/** Salts begin behind version, suite and the eight bytes of the key's name. */
const SALT = 10;

/** Watches for I3 as devices read: the same (n, H) must come with the same state, always. */
export function watchEquality(world: World): void {
  const seen = new Map<string, { hashes: string; name: string }>();
  world.afterAct = (device) => {
    const { n, tip } = device.replica.state;
    const at = `${n} ${bytesToText(tip)}`;
    const hashes = device.hashes();
    const other = seen.get(at);
    must(
      other === undefined || other.hashes === hashes,
      `I3: at ${n} ${device.name} and ${other?.name} have one state`,
    );
    seen.set(at, { hashes, name: device.name });
  };
}

/**
 * Lines come up, faults end, and everybody sends and reads until nothing moves. I5: that is all that
 * is needed. Gives those who are of the workspace then.
 */
export async function comeToRest(world: World): Promise<readonly SimDevice[]> {
  world.relayIsHonest = true;
  for (const { line } of world.slots) line.up = true;
  for (let round = 0; ; round++) {
    const before = world.relay.log.length;
    let waits: string | undefined;
    for (const slot of world.slots) {
      await world.act(slot, async (device) => {
        await device.goOnline();
        const outcome = await device.replica.send();
        if (outcome.type !== 'Held' || !world.isActive(device)) return;
        if (outcome.because !== 'NotAllowed') waits = `${slot.name}: ${outcome.because}`;
      });
    }
    if (world.relay.log.length === before && waits === undefined && round > 0) break;
    must(round < 12, `I5: all comes to rest, ${waits ?? 'but it goes on'}`);
  }
  const all = await Promise.all(world.slots.map(world.device));
  const furthest = Math.max(...all.map(({ replica }) => replica.state.n));
  const here = all.filter(
    (device) => world.isActive(device) && device.replica.state.n === furthest,
  );
  for (const device of all) {
    const { n, membership } = here[0]?.replica.state ?? device.replica.state;
    const listed = membership.devices[device.replica.device]?.active === true;
    must(
      !listed || here.includes(device),
      `I5: ${device.name} has read to the end (${device.replica.state.n} of ${n})`,
    );
  }
  return here;
}

/** I3 at rest, and I1, I2, I4 for everything that was ever written. */
export async function checkAtRest(
  world: World,
  here: readonly SimDevice[],
  written: Written,
): Promise<void> {
  must(here.length > 0, 'somebody is left');
  must(new Set(here.map((device) => device.hashes())).size === 1, 'I3: all have one state');
  const byPosition = new Map<number, Accepted>();
  for (const slot of world.slots) {
    const device = slot.running;
    if (device === null) continue;
    const positions = device.entries.map(({ position }) => position);
    must(new Set(positions).size === positions.length, `I4: ${slot.name} folded no entry twice`);
    for (const entry of device.entries) byPosition.set(entry.position, entry);
  }
  const values = [...byPosition.values()].flatMap(({ runs }) =>
    runs.flatMap(({ ops }) => ops.map((op) => ('update' in op ? op.update : op.value))),
  );
  const texts = wordsTyped(here);
  for (const [word, { slot, typed }] of written) {
    const times = typed
      ? texts.split(`${word} `).length - 1
      : values.filter((value) => value === word).length;
    must(times <= 1, `I4: "${word}" is applied once, not ${times} times`);
    if (times === 1) continue;
    const device = await world.device(slot);
    const held = (await device.held()).find(({ runs }) => holds(runs, word, typed));
    must(held !== undefined, `I1, I4: "${word}" of ${slot.name} is on the relay or held`);
    const mayWait = held.audience !== 'everyone' || !here.includes(device);
    must(mayWait, `I5: "${word}" of ${slot.name} was sent`);
  }
  checkSalts(world);
}

/** D19: whatever was restarted or copied, no salt serves twice. */
export function checkSalts(world: World): void {
  const wires = new Map(world.relay.log.map((wire) => [bytesToText(wire), wire]));
  const honest = [...wires.values()].filter((wire) => wire[0] === 1 && wire[1] === 1);
  const salts = new Map<string, Uint8Array>();
  for (const wire of honest) {
    const salt = bytesToText(wire.subarray(SALT, SALT + 32));
    const other = salts.get(salt);
    // A message of ours in which the relay flipped one bit has the same salt and is nobody's.
    must(other === undefined || differOneBit(other, wire), 'D19: no salt serves twice');
    salts.set(salt, wire);
  }
}

function differOneBit(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.filter((byte, i) => byte !== b[i]).length === 1;
}

function holds(runs: readonly OpRun[], word: string, typed: boolean): boolean {
  return runs.some(({ ops }) =>
    ops.some((op) =>
      'update' in op ? typed && Buffer.from(op.update).includes(word) : !typed && op.value === word,
    ),
  );
}

function wordsTyped(here: readonly SimDevice[]): string {
  const [device] = here;
  if (device === undefined) return '';
  return [...device.fold.state.texts.values()]
    .map(({ table, record, field }) => {
      const handle = device.fold.texts.open(table, record, field, 'everyone');
      const words = handle.toString();
      handle.close();
      return words;
    })
    .join('');
}

function must(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`Does not hold: ${what}`);
}
