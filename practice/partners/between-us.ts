/**
 * What passed between a partner and us, newest first, what they did for us apart from what we did
 * for them. Drawn from asks and contacts; an answered ask is a contact that nobody wrote down.
 * Nothing is counted or weighed against anything.
 */
import type { Ask } from '../asks/tables.ts';
import type { Day } from '../day.ts';
import type { Contact } from './tables.ts';

export type Between =
  | { readonly type: 'asked'; readonly on: Day | null; readonly ask: Ask }
  | { readonly type: 'contact'; readonly on: Day | null; readonly contact: Contact };

export interface BetweenUs {
  /** They showed up for us, or cared for us. */
  readonly fromThem: readonly Between[];
  /** What they asked of us and what we answered; we showed up, we cared. */
  readonly fromUs: readonly Between[];
  /** Meetings, conversations, repairs: ours together. */
  readonly together: readonly Between[];
}

const sides: Readonly<Record<string, keyof BetweenUs>> = {
  'they-showed-up': 'fromThem',
  'we-showed-up': 'fromUs',
  care: 'fromUs',
};

/** What passed with the partner whose id and name these are. */
export function betweenUs(
  partner: { readonly id: string; readonly isNamed: (name: string) => boolean },
  asks: readonly Ask[],
  contacts: readonly Contact[],
): BetweenUs {
  const passed: Record<keyof BetweenUs, Between[]> = { fromThem: [], fromUs: [], together: [] };
  for (const ask of asks) {
    const isTheirs =
      ask.partner === partner.id || (ask.partner === null && partner.isNamed(ask.from));
    if (isTheirs && ask.direction === 'asked-of-us') {
      passed.fromUs.push({ type: 'asked', on: ask.answeredOn ?? ask.receivedOn, ask });
    }
  }
  for (const contact of contacts) {
    if (contact.partner !== partner.id) continue;
    const side = sides[contact.kind ?? ''] ?? 'together';
    passed[side].push({ type: 'contact', on: contact.on, contact });
  }
  for (const side of Object.values(passed)) side.sort((a, b) => compare(b.on ?? '', a.on ?? ''));
  return passed;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
