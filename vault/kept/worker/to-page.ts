/**
 * What the worker has for the page: entries, what they settle and what waits go together, so that a
 * write never shows twice or not at all in between.
 */
import type { WriteRefusal } from '../../local/storage.ts';
import type { Accepted } from '../../types.ts';
import type { SafetyState, WaitingBecause } from '../../workspace.ts';
import type { ToPage, WrittenBefore } from '../messages.ts';
import type { TogetherState } from '../people-types.ts';

export type Stuck = Extract<SafetyState, { type: 'ReadOnly' }> | null;

export interface Told {
  readonly together: TogetherState;
  readonly because: WaitingBecause;
}

export interface ForPage {
  read(entry: Accepted): void;
  /** Behind the entries up to this position, what deleted records said is taken out. */
  erase(position: number): void;
  settle(batches: readonly number[]): void;
  show(written: readonly WrittenBefore[]): void;
  /** Hands over what was gathered, and how things stand now. */
  handOn(): void;
  /** Tells how things stand, where that is not as it was. */
  tell(): void;
  /** Why nothing can be stored, or null. */
  readonly stuck: Stuck;
  say(stuck: Stuck): void;
  sayRefused(refusal: WriteRefusal): void;
  /** Something could be stored: only a newer format stays in the way. */
  sayStored(): void;
}

export function createForPage(post: (message: ToPage) => void, now: () => Told): ForPage {
  let entries: Accepted[] = [];
  let settled: number[] = [];
  let waiting: WrittenBefore[] = [];
  let erased: number[] = [];
  let stuck: Stuck = null;
  let told = '';

  function tell() {
    const telling = now();
    const text = JSON.stringify(telling);
    if (text !== told) post({ type: 'together', ...telling });
    told = text;
  }

  function say(next: Stuck) {
    if (next?.because === stuck?.because) return;
    stuck = next;
    post({ type: 'stuck', stuck });
  }

  return {
    read: (entry) => void entries.push(entry),
    erase: (position) => void erased.push(position),
    settle: (batches) => void settled.push(...batches),
    show: (written) => void waiting.push(...written),
    handOn() {
      if ([entries, settled, waiting, erased].some((list) => list.length > 0)) {
        post({ type: 'entries', entries, settled, waiting, erased });
      }
      entries = [];
      erased = [];
      settled = [];
      waiting = [];
      tell();
    },
    tell,
    get stuck() {
      return stuck;
    },
    say,
    sayRefused({ type }) {
      say({ type: 'ReadOnly', because: type === 'StorageFull' ? 'storage-full' : 'storage-lost' });
    },
    sayStored() {
      if (stuck?.because !== 'newer-version') say(null);
    },
  };
}
