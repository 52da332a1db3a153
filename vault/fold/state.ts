/**
 * What a fold holds, for the files that fold, read, hash and write it down.
 */
import { type Audiences, createAudiences } from './audiences.ts';
import { createSubscriptions, type Subscriptions } from './subscriptions.ts';
import { createTable, type Table } from './table.ts';
import type { FoldedText } from './text/folded-text.ts';

export interface FoldState {
  readonly tables: Map<string, Table>;
  readonly texts: Map<string, FoldedText>;
  readonly audiences: Audiences;
  readonly subscriptions: Subscriptions;
  /** Member by device number, as the log named them. */
  readonly members: Map<number, string>;
  /** What each pending batch wrote to. */
  readonly batches: Map<number, PendingPlaces>;
  /** Folded up to here. */
  position: number;
  lastBatch: number;
}

export type PendingPlaces =
  | { readonly type: 'typing'; readonly text: FoldedText }
  | { readonly type: 'fields'; readonly fields: readonly PendingField[] };

export interface PendingField {
  readonly table: Table;
  readonly row: number;
  readonly field: string;
}

export function createState(): FoldState {
  return {
    tables: new Map(),
    texts: new Map(),
    audiences: createAudiences(),
    subscriptions: createSubscriptions(),
    members: new Map(),
    batches: new Map(),
    position: 0,
    lastBatch: 0,
  };
}

export function tableIn(state: FoldState, name: string): Table {
  const known = state.tables.get(name);
  if (known) return known;
  const table = createTable(name);
  state.tables.set(name, table);
  return table;
}
