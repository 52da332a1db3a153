/**
 * Merges blocks into a fold that goes on: a person is taken into a circle and gets its folded
 * content while they work. The result is as if every entry behind the blocks had been read, whatever
 * of them was read already and in whatever order the rest comes.
 */
import { type Cell, mergeCells } from '../cell.ts';
import { changed, changing } from '../changing.ts';
import { cellsOf } from '../hidden.ts';
import { addRow, bear, idOf, rowIn } from '../rows.ts';
import { type FoldState, tableIn } from '../state.ts';
import { foldedCell, type Table } from '../table.ts';
import { textIn } from '../text/fold-text.ts';
import { type FoldedText, takeUpdate, updateOf } from '../text/folded-text.ts';
import { bind } from '../text/guard.ts';
import { type Block, type BlockRefusal, columnsToTables } from './snapshot.ts';

/** Gives the blocks that could not be read; what they held is left out. Listeners hear once. */
export function mergeColumns(
  state: FoldState,
  blocks: Iterable<Block>,
  how: { readonly isSealed?: boolean } = {},
): readonly BlockRefusal[] {
  const { state: other, refused: unread } = columnsToTables(blocks, how);
  const refused: BlockRefusal[] = [...unread];
  if (!other) return refused;
  for (const [device, member] of other.members) state.members.set(device, member);
  for (const from of other.tables.values()) {
    const into = tableIn(state, from.name);
    for (let row = 0; row < from.births.length; row += 1) {
      const audience = other.audiences.audienceOf(from.audiences[row] ?? 0);
      mergeRow(state, into, from, row, state.audiences.codeOf(audience));
    }
  }
  for (const text of other.texts.values()) {
    const audience = other.audiences.audienceOf(text.audience);
    const merged = mergeText(state, text, state.audiences.codeOf(audience));
    if (!merged) refused.push({ type: 'BlockDamaged', name: `${text.table}/${text.record}` });
  }
  state.position = Math.max(state.position, other.position);
  state.subscriptions.deliver();
  return refused;
}

function mergeRow(state: FoldState, into: Table, from: Table, row: number, audience: number): void {
  const id = idOf(from, row);
  const birth = from.births[row] ?? 0;
  const known = rowIn(into, id, audience);
  const place = known ?? addRow(into, id, audience, birth);
  if (known !== undefined) bear(into, known, birth);
  mergeTyping(into, place, from.typed.get(row));
  for (const [field, cell] of cellsOf(from, row)) {
    const before = foldedCell(into, place, field);
    const merged = before ? mergeCells(before, cell) : cell;
    changing(state, into, place, field, () => putCell(into, place, field, merged));
  }
  changed(state, into, place);
}

function putCell(table: Table, row: number, field: string, cell: Cell): void {
  if (field === 'deleted') table.hasDeletions = true;
  const cells = table.touched.get(row) ?? new Map<string, Cell>();
  table.touched.set(row, cells.set(field, cell));
}

function mergeTyping(
  table: Table,
  row: number,
  typed: ReadonlyMap<number, number> | undefined,
): void {
  if (!typed) return;
  const devices = table.typed.get(row) ?? new Map<number, number>();
  for (const [device, position] of typed) {
    devices.set(device, Math.max(devices.get(device) ?? 0, position));
  }
  table.typed.set(row, devices);
}

/** False, and nothing merged, where a client id is another device's here. */
function mergeText(state: FoldState, text: FoldedText, audience: number): boolean {
  const into = textIn(state, text.table, text.record, text.field, audience);
  const clients = [...text.bindings.byClient];
  const foreign = clients.some(
    ([client, { device }]) => (into.bindings.byClient.get(client)?.device ?? device) !== device,
  );
  if (foreign) return false;
  for (const [client, { device, clock }] of clients) {
    const known = into.bindings.byClient.get(client);
    if (!known || known.clock < clock) bind(into.bindings, client, { device, clock });
  }
  takeUpdate(into, updateOf(text));
  return true;
}
