/** What the chain says of when: walked once at each head, however often the page is told. */
import { bytesToText } from '../../envelope/bytes.ts';
import { type ChainEvent, historyOf } from '../../membership/questions/history.ts';
import type { State } from '../../membership/state.ts';

const known = new WeakMap<
  State['chain'],
  { readonly head: string; readonly events: readonly ChainEvent[] }
>();

/** The head of the chain as text, and every event up to it, oldest first. */
export function chainEvents(state: State): {
  readonly head: string;
  readonly events: readonly ChainEvent[];
} {
  const head = state.head === null ? '' : bytesToText(state.head);
  const before = known.get(state.chain);
  if (before?.head === head) return before;
  const now = { head, events: historyOf(state) };
  known.set(state.chain, now);
  return now;
}

/** When each device was listed, ms since 1970 by its admitter's clock, and whether its person was here before. */
export function devicesSince(
  state: State,
): ReadonlyMap<number, { readonly at: number; readonly added: boolean }> {
  const since = new Map<number, { at: number; added: boolean }>();
  for (const { at, began } of chainEvents(state).events) {
    for (const device of began.devices) {
      const member = state.membership.devices[device]?.member ?? '';
      since.set(device, { at, added: !began.members.includes(member) });
    }
  }
  return since;
}
