/** Folds one update of a text: through the guard, or not at all. */
import type { Op } from '../../types.ts';
import type { FoldState } from '../state.ts';
import { createFoldedText, type FoldedText, takeUpdate, textKey } from './folded-text.ts';
import { admitUpdate, type Room, type TextRefusal } from './guard.ts';

export function foldText(
  state: FoldState,
  op: Extract<Op, { update: Uint8Array }>,
  audience: number,
  device: number,
  room: Room,
): TextRefusal | undefined {
  const key = textKey(audience, op.table, op.record, op.field);
  const text = state.texts.get(key) ?? createFoldedText(op.table, op.record, op.field, audience);
  const refusal = admitUpdate(text.bindings, device, op.update, room);
  if (refusal) return refusal;
  state.texts.set(key, text);
  takeUpdate(text, op.update);
  return undefined;
}

/** The folded text of a field, empty where nobody wrote in it. */
export function textIn(
  state: FoldState,
  table: string,
  record: string,
  field: string,
  audience: number,
): FoldedText {
  const key = textKey(audience, table, record, field);
  const known = state.texts.get(key);
  if (known) return known;
  const text = createFoldedText(table, record, field, audience);
  state.texts.set(key, text);
  return text;
}
