/**
 * A second person's signature over a change, at the same head: for the two acts that nobody does
 * alone (bringing a person back as two trustees, ending *Keep everything*).
 */

import { type Bytes, concat } from '../envelope/bytes.ts';
import { plainToBytes, type Writable } from '../envelope/cbor-write.ts';
import { contexts } from '../envelope/contexts.ts';
import { verifyNow } from '../identity/signing.ts';
import type { Second } from '../log/types.ts';
import type { Place } from './change.ts';
import type { Member, Membership } from './state.ts';

/** What the second person signs: the place, the head, the entry's type and what it is about. */
export function secondBytes(
  place: Pick<Place, 'workspace' | 'incarnation' | 'head'>,
  code: number,
  about: readonly Writable[],
): Bytes {
  const head = place.head ?? new Uint8Array(32);
  return concat(
    contexts.second,
    place.workspace,
    place.incarnation,
    head,
    plainToBytes([code, ...about]),
  );
}

/** The other active person who signed, or null. */
export function secondPerson(
  draft: Membership,
  place: Place,
  second: Second | null,
  message: Bytes,
): Member | null {
  if (second === null) return null;
  const device = draft.devices[second.device];
  if (device === undefined || !device.active) return null;
  if (device.member === place.by?.member.id) return null;
  if (!verifyNow(device.sign, second.sig, message)) return null;
  return draft.members.get(device.member) ?? null;
}
