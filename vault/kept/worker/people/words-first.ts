/**
 * What a page may not end by itself: recovery devices of its own person. Script in the page could do so
 * as well, and a person by mistake; so their end asks for the six words, elsewhere.
 */
import type { Resting } from '../../../local/rest/keys-at-rest.ts';
import type { Replica } from '../../../log/types.ts';
import type { ChainWish } from '../../../log/wishes.ts';
import { kindOf } from '../../../membership/questions/recovery-devices.ts';
import { kitsHere } from '../kit.ts';

/** Whether the wish would end a kit, or what trustees hold, of the person who is open here. */
export async function needsSixWords(
  wish: ChainWish,
  replica: Replica,
  resting: Resting,
): Promise<boolean> {
  const ended =
    wish.type === 'dropOwnDevice' ? [wish.device] : wish.type === 'remove' ? wish.devices : [];
  if (ended.length === 0) return false;
  const made = (await kitsHere({ resting, replica })).map(({ device }) => device);
  return ended.some((number) => {
    const device = replica.state.membership.devices[number];
    if (device === undefined || device.member !== replica.member) return false;
    return kindOf(device) !== 'device' || made.includes(number);
  });
}
