/** Acts that many simulated stories share, in the words of the story. */
import type { ChainWish, SendOutcome, WishOutcome } from '../../vault/log/types.ts';
import type { Audience } from '../../vault/types.ts';
import type { FaultKind } from './line.ts';
import type { Slot, World } from './world.ts';

export const RECORD = 'AAAAAAAAAAAAAAAAAAAAAA';

export async function write(
  world: World,
  slot: Slot,
  value: string,
  { record = RECORD, audience = 'everyone' as Audience } = {},
): Promise<void> {
  const change = { table: 'asks', record, field: 'title', value };
  await world.act(slot, (device) => device.write([change], audience));
}

export async function read(world: World, ...slots: readonly Slot[]): Promise<void> {
  for (const slot of slots) {
    await world.act(slot, async (device) => {
      await device.goOnline();
      await device.replica.catchUp();
    });
  }
}

/** Undefined where the device crashed, or the line was down all the time. */
export async function send(
  world: World,
  slot: Slot,
  fault: { readonly kind: FaultKind; readonly at: number } | null = null,
): Promise<SendOutcome | undefined> {
  let outcome: SendOutcome | undefined;
  const act = async (device: Awaited<ReturnType<World['device']>>) => {
    await device.goOnline();
    outcome = await device.replica.send();
  };
  await world.act(slot, act, fault);
  return outcome;
}

export async function change(
  world: World,
  slot: Slot,
  wish: ChainWish,
): Promise<WishOutcome | undefined> {
  let outcome: WishOutcome | undefined;
  await world.act(slot, async (device) => {
    await device.goOnline();
    outcome = await device.replica.change(wish);
  });
  return outcome;
}

/** A machine that the story knows to be there. */
export function slotOf(world: World, name: string): Slot {
  const slot = world.slots.find((one) => one.name === name);
  if (slot === undefined) throw new Error(`Must hold: there is ${name}`);
  return slot;
}
