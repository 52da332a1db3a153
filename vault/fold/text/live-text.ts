/**
 * A text that is open in an editor: a document of its own over the folded one, with a fresh client
 * id for the session. What is typed is collected and leaves as one update when the typist pauses
 * for two seconds, after five seconds of typing, or at 8 KiB: fewer entries, and less of the rhythm
 * of typing for a server to see. Time is passed in.
 */
import * as Y from 'yjs';
import { limits } from '../limits.ts';
import type { TextHandle } from '../texts.ts';
import { readText } from './canonical.ts';
import { type FoldedText, rootName, updateOf } from './folded-text.ts';
import { joinUpdates } from './join-updates.ts';

const pause = 2_000;
const longest = 5_000;
const enoughBytes = 8_192;
const enoughUpdates = 256;

export interface LiveText {
  readonly folded: FoldedText;
  open(): TextHandle;
  /** Takes what was typed, if it is due at this time or `all` is wanted. */
  takeTyped(now: number, all: boolean): readonly Uint8Array[];
  /** Whether something typed was not taken. */
  readonly anyTyped: boolean;
  /** Whether anybody still has it open, or something typed was not taken. */
  readonly inUse: boolean;
  /** Stops following the folded text. */
  drop(): void;
}

export function createLiveText(
  folded: FoldedText,
  client: number,
  now: () => number,
  typed: () => void,
): LiveText {
  const document = new Y.Doc();
  document.clientID = client;
  readText(updateOf(folded), document, folded);
  for (const update of folded.pending.values()) Y.applyUpdate(document, update, folded);
  const text = document.getText(rootName);
  let handles = 0;
  let updates: Uint8Array[] = [];
  let bytes = 0;
  let since = 0;
  let last = 0;

  document.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === folded) return;
    last = now();
    if (updates.length === 0) since = last;
    updates.push(update);
    bytes += update.length;
    typed();
  });
  const follow = (update: Uint8Array) => Y.applyUpdate(document, update, folded);
  folded.listeners.add(follow);

  return {
    folded,
    open() {
      handles += 1;
      let open = true;
      const stops = new Set<() => void>();
      return {
        text,
        toString: () => text.toString(),
        subscribe(listener) {
          const call = () => listener();
          document.on('update', call);
          const stop = () => {
            document.off('update', call);
            stops.delete(stop);
          };
          stops.add(stop);
          return stop;
        },
        close() {
          if (!open) return;
          open = false;
          for (const stop of stops) stop();
          handles -= 1;
        },
      };
    },
    takeTyped(at, all) {
      const due =
        all ||
        handles === 0 ||
        at - last >= pause ||
        at - since >= longest ||
        bytes >= enoughBytes ||
        updates.length >= enoughUpdates;
      if (updates.length === 0 || !due) return [];
      const taken = joinUpdates(updates, limits.updateBytes / 2);
      updates = [];
      bytes = 0;
      return taken;
    },
    get anyTyped() {
      return updates.length > 0;
    },
    get inUse() {
      return handles > 0 || updates.length > 0;
    },
    drop() {
      folded.listeners.delete(follow);
      document.destroy();
    },
  };
}
