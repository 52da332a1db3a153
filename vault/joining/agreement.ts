/**
 * Two trustees agree that a person comes back, each on a device of their own: whoever has compared the
 * words leaves a signature in the lobby, and whoever finds the other's there brings the person in. A
 * signature is for one head of the chain; once that has moved, it is left anew.
 */
import { sameBytes } from '../envelope/bytes.ts';
import { isBytes, isCount } from '../envelope/frame.ts';
import { verifyNow } from '../identity/signing.ts';
import type { DeviceCard, Random } from '../identity/types.ts';
import type { ChildRefusal, Children } from '../log/children.ts';
import type { Replica } from '../log/types.ts';
import type { Second } from '../log/wishes.ts';
import { placeOf } from '../membership/apply.ts';
import { readmit, readmitAbout } from '../membership/changes/readmit.ts';
import { secondBytes, secondPerson } from '../membership/second.ts';
import type { MemberId } from '../types.ts';
import { type Return, signReturn, visitReturn } from './come-back.ts';
import { partsOf, postTo, readLobby } from './lobby.ts';
import { isStored } from './pairing.ts';

const MOST_TRIED = 16;

/** This trustee has compared the words: says so to the other one. */
export async function leaveAgreement(
  replica: Replica,
  way: Return,
  card: DeviceCard,
  children: Children,
  random: Random,
): Promise<ChildRefusal | undefined> {
  const at = await visitReturn(way, children);
  if ('type' in at) return at;
  const { device, sig } = await signReturn(replica, way.member, card);
  const posted = postTo(at.lobby, at.keys, ['second', card.sign, device, sig], random);
  return (await isStored(posted)) ? undefined : { type: 'Away' };
}

export interface Agreement {
  /** This device has left one for the card and the head as it is now. */
  readonly mine: boolean;
  /** Another trustee's, for the head as it is now. */
  readonly second: Second | null;
  /** Somebody has left a welcome for the card. */
  readonly welcomed: boolean;
}

/** How far two have agreed about this card. */
export async function agreementOn(
  replica: Replica,
  way: Return,
  card: DeviceCard,
  trustees: readonly MemberId[],
  children: Children,
): Promise<Agreement | ChildRefusal> {
  const at = await visitReturn(way, children);
  if ('type' in at) return at;
  const messages = await readLobby(at.lobby, at.keys);
  const { membership } = replica.state;
  const isFor = (to: unknown) => to instanceof Uint8Array && sameBytes(to, card.sign);
  const left = partsOf(messages, 'second', 3)
    .filter(([to]) => isFor(to))
    .slice(-MOST_TRIED);
  const place = placeOf(replica.state, replica.device);
  const message = secondBytes(place, readmit.code, readmitAbout(way.member, card));
  const own = replica.keys.device.card.sign;
  let second: Second | null = null;
  let mine = false;
  for (const [, device, sig] of left) {
    if (!isCount(device) || !isBytes(sig, 64)) continue;
    if (device === replica.device) mine ||= verifyNow(own, sig, message);
    const person = secondPerson(membership, place, { device, sig }, message);
    if (person && trustees.includes(person.id)) second = { device, sig };
  }
  return {
    mine,
    second,
    welcomed: partsOf(messages, 'welcome', 2).some(([to]) => isFor(to)),
  };
}
