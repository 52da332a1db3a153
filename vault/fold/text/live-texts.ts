/** The texts that are open on this page, one document each, and what was typed into them. */
import type { Audience, Op } from '../../types.ts';
import type { PendingBatch } from '../pending.ts';
import type { FoldState } from '../state.ts';
import type { TextHandle } from '../texts.ts';
import { textIn } from './fold-text.ts';
import { textKey } from './folded-text.ts';
import { createLiveText, type LiveText } from './live-text.ts';

/** Typing that is ready to travel as an op of its own. */
export interface TypedBatch extends PendingBatch {
  readonly audience: Audience;
  readonly op: Extract<Op, { update: Uint8Array }>;
}

export interface LiveTexts {
  open(table: string, record: string, field: string, audience: Audience): TextHandle;
  takeTyped(now: number, all: boolean): readonly TypedBatch[];
  /** Whether something typed waits to be taken. */
  readonly anyTyped: boolean;
}

/** `typed` is called whenever something was typed, so that the owner sets its timer. */
export function createLiveTexts(
  state: FoldState,
  random: (bytes: number) => Uint8Array,
  now: () => number,
  typed: () => void,
): LiveTexts {
  const live = new Map<string, LiveText>();
  return {
    open(table, record, field, audience) {
      const code = state.audiences.codeOf(audience);
      const key = textKey(code, table, record, field);
      let text = live.get(key);
      if (!text) {
        const folded = textIn(state, table, record, field, code);
        text = createLiveText(folded, clientId(random), now, typed);
        live.set(key, text);
      }
      return text.open();
    },
    takeTyped(at, all) {
      const batches: TypedBatch[] = [];
      for (const [key, text] of live) {
        const folded = text.folded;
        for (const update of text.takeTyped(at, all)) {
          state.lastBatch += 1;
          const batch = state.lastBatch;
          folded.pending.set(batch, update);
          state.batches.set(batch, { type: 'typing', text: folded });
          const { table, record, field } = folded;
          batches.push({
            batch,
            seen: state.position,
            audience: state.audiences.audienceOf(folded.audience),
            op: { table, record, field, update },
          });
        }
        if (!text.inUse) {
          text.drop();
          live.delete(key);
        }
      }
      return batches;
    },
    get anyTyped() {
      return live.values().some((text) => text.anyTyped);
    },
  };
}

/** A fresh client id for the session, never kept: Yjs's are 32 bits. */
function clientId(random: (bytes: number) => Uint8Array): number {
  return new DataView(random(4).slice().buffer).getUint32(0);
}
