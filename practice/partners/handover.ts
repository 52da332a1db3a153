/**
 * Who keeps in touch with which partner, and handing one on. It is offered and taken: until the other
 * takes it, a partner stays with whoever carries it. Taking puts the taker there and ends the offer, so
 * that hand-ons never make a chain or a circle, whoever offers whom what at the same time. A partner
 * whose carrier left is with nobody, and says so.
 */
import type { Change } from '../stories/record.ts';

export interface Carried {
  readonly id: string;
  readonly carriedBy: string | null;
  readonly handedTo: string | null;
}

export interface Handover<Partner extends Carried> {
  /** Mine, offered on or not. */
  readonly mine: readonly Partner[];
  /** Offered to me by others. */
  readonly offered: readonly Partner[];
  /** With somebody who is not here any more. */
  readonly leftBehind: readonly Partner[];
  /** With nobody so far. */
  readonly withNobody: readonly Partner[];
}

/** The partners by where they stand for `me`; `isHere` tells who is still here. */
export function handover<Partner extends Carried>(
  partners: readonly Partner[],
  me: string,
  isHere: (member: string) => boolean,
): Handover<Partner> {
  return {
    mine: partners.filter(({ carriedBy }) => carriedBy === me),
    offered: partners.filter(
      ({ carriedBy, handedTo }) => handedTo === me && carriedBy !== null && carriedBy !== me,
    ),
    leftBehind: partners.filter(({ carriedBy }) => carriedBy !== null && !isHere(carriedBy)),
    withNobody: partners.filter(({ carriedBy }) => carriedBy === null),
  };
}

/** To whom a partner is offered; nobody where that person left, or carries it already. */
export function offeredTo(
  { carriedBy, handedTo }: Carried,
  isHere: (member: string) => boolean,
): string | null {
  return handedTo !== null && handedTo !== carriedBy && isHere(handedTo) ? handedTo : null;
}

/** Offers partners to another member. */
export function offer(partners: readonly string[], to: string): Change[] {
  return partners.map((record) => change(record, 'handedTo', to));
}

/** Takes a partner, or keeps it (`me` carries it already); either ends the offer. */
export function take(partner: string, me: string): Change[] {
  return [change(partner, 'carriedBy', me), change(partner, 'handedTo', null)];
}

/** Ends the offer and leaves the partner where it is. */
export function decline(partner: string): Change[] {
  return [change(partner, 'handedTo', null)];
}

function change(record: string, field: string, value: string | null): Change {
  return { table: 'partners', record, field, value };
}
