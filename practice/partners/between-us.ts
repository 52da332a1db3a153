/**
 * What passed between a partner and us, newest first, what they did for us apart from what we did
 * for them. Drawn from asks either way, promises, contacts and the honest conversations that the reader
 * may read; an answered ask, a kept promise, a call that members answered and a discussion are contacts
 * that nobody wrote down. Nothing is counted or weighed against anything.
 */
import type { PromiseMade } from '../asks/promises/tables.ts';
import type { Ask } from '../asks/tables.ts';
import type { Day, Month } from '../day.ts';
import { type Contact, type Conversation, calledKind } from './tables.ts';

export type Between =
  /** They asked us; the day of our answer, else the day it came. */
  | { readonly type: 'asked'; readonly on: Day | null; readonly ask: Ask }
  /** We asked them; the day of their answer, else the day it went. */
  | { readonly type: 'we-asked'; readonly on: Day | null; readonly ask: Ask }
  /** What we promised them; the day it was for. */
  | { readonly type: 'promised'; readonly on: Day | null; readonly promise: PromiseMade }
  /** The day, or the month where that is all that is kept: it sorts before the days in it. */
  | { readonly type: 'contact'; readonly on: Day | Month | null; readonly contact: Contact }
  | { readonly type: 'talked'; readonly on: Day; readonly conversation: Conversation };

export interface BetweenUs {
  /** They showed up for us, or said yes to an ask of ours. */
  readonly fromThem: readonly Between[];
  /** What they asked of us and we said yes to; what we promised them; we showed up, members did, we cared. */
  readonly fromUs: readonly Between[];
  /** Meetings, discussions, conversations, repairs, and what either asked and has no yes to: ours together. */
  readonly together: readonly Between[];
}

/** Everything that could have passed, with anybody. */
export interface Passings {
  readonly asks: readonly Ask[];
  readonly promises: readonly PromiseMade[];
  readonly contacts: readonly Contact[];
  readonly conversations: readonly Conversation[];
}

export interface WhichPartner {
  /** Every record of theirs: more than one where duplicates were merged. */
  readonly ids: readonly string[];
  readonly isNamed: (name: string) => boolean;
  /** Whether a partner of that id is written down at all; all are, unless told. */
  readonly isKnown?: (id: string) => boolean;
}

const sides: Readonly<Record<string, keyof BetweenUs>> = {
  'they-showed-up': 'fromThem',
  'we-showed-up': 'fromUs',
  care: 'fromUs',
  [calledKind]: 'fromUs',
};

/** What passed with this partner, whatever order the records come in. */
export function betweenUs(partner: WhichPartner, passings: Passings): BetweenUs {
  const passed: Record<keyof BetweenUs, Between[]> = { fromThem: [], fromUs: [], together: [] };
  const isTheirs = (id: string | null) => id !== null && partner.ids.includes(id);
  const theirAsks = new Set<string>();
  for (const ask of passings.asks) {
    if (!isTheirs(ask.partner)) {
      // An ask that names them and is tied to nobody, or to somebody who was deleted, is theirs too.
      const tied = ask.partner !== null && (partner.isKnown?.(ask.partner) ?? true);
      if (tied || !partner.isNamed(ask.from)) continue;
    }
    theirAsks.add(ask.id);
    const on = ask.answeredOn ?? ask.receivedOn;
    const isYes = ask.answer === 'yes' || ask.answer === 'in-part';
    if (ask.direction === 'asked-of-us') {
      passed[isYes ? 'fromUs' : 'together'].push({ type: 'asked', on, ask });
    } else passed[isYes ? 'fromThem' : 'together'].push({ type: 'we-asked', on, ask });
  }
  for (const promise of passings.promises) {
    if (promise.ask === null || !theirAsks.has(promise.ask)) continue;
    passed.fromUs.push({ type: 'promised', on: promise.by, promise });
  }
  const talked = passings.conversations.filter(
    ({ partner: id, on }) => isTheirs(id) && on !== null,
  );
  const theirs = passings.contacts.filter((contact) => isTheirs(contact.partner));
  const twice = toldTwice(theirs, talked);
  for (const contact of theirs) {
    if (twice.has(contact.id)) continue;
    const side = sides[contact.kind ?? ''] ?? 'together';
    passed[side].push({ type: 'contact', on: contact.on ?? contact.month, contact });
  }
  for (const conversation of talked) {
    if (conversation.on === null) continue;
    passed.together.push({ type: 'talked', on: conversation.on, conversation });
  }
  for (const side of Object.values(passed)) side.sort(newestFirst);
  return passed;
}

/**
 * Contacts that are the same conversations, as the core team may know of them: as many of that day as there are
 * conversations on it; and where only the month of a contact is left, as many in that month as there are
 * conversations not told of yet. Whoever reads them and whoever does not see as many lines.
 */
function toldTwice(
  contacts: readonly Contact[],
  talked: readonly Conversation[],
): ReadonlySet<string> {
  const honest = contacts
    .filter(({ kind }) => kind === 'honest-conversation')
    .sort((a, b) => compare(a.id, b.id));
  const left = [...talked];
  const twice = new Set<string>();
  const tellOnce = (contact: Contact, isIt: (conversation: Conversation) => boolean) => {
    const at = left.findIndex(isIt);
    if (at < 0) return;
    left.splice(at, 1);
    twice.add(contact.id);
  };
  for (const one of honest) if (one.on !== null) tellOnce(one, ({ on }) => on === one.on);
  for (const one of honest) {
    const { on, month } = one;
    if (on === null && month !== null) tellOnce(one, (other) => other.on?.slice(0, 7) === month);
  }
  return twice;
}

/** The record that a line was drawn from. */
export function recordOf(each: Between): string {
  switch (each.type) {
    case 'asked':
    case 'we-asked':
      return each.ask.id;
    case 'promised':
      return each.promise.id;
    case 'contact':
      return each.contact.id;
    case 'talked':
      return each.conversation.id;
  }
}

function newestFirst(a: Between, b: Between): number {
  return compare(b.on ?? '', a.on ?? '') || compare(recordOf(a), recordOf(b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
