/**
 * Whether the chain in a state is one that its devices signed: each entry names the one before, the
 * first none, the last is the head, and every signature is its author's. What the entries mean was
 * judged when they were read; here only nobody may have put others in their place.
 */
import { concat, sameBytes } from '../../envelope/bytes.ts';
import { bytesToFrame, entryId, signedBytes } from '../../envelope/frame.ts';
import { verifyNow } from '../../identity/signing.ts';
import type { State } from '../../membership/state.ts';

export function chainHolds(state: State): boolean {
  let head: Uint8Array | null = null;
  let incarnation: Uint8Array = state.workspace;
  for (const { frame, sig } of state.chain) {
    const read = bytesToFrame(frame);
    const signer = read && state.membership.devices[read.device];
    if (!signer || !same(read.head, head)) return false;
    const place = concat(state.workspace, incarnation);
    if (!verifyNow(signer.sign, sig, signedBytes(place, frame))) return false;
    head = entryId(frame, sig);
    if (sameBytes(head, state.incarnation)) incarnation = head;
  }
  return head !== null && same(head, state.head) && sameBytes(incarnation, state.incarnation);
}

function same(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : sameBytes(a, b);
}
