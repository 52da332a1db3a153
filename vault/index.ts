/**
 * Who may read and what happened: the nouns that rooms read by, the workspace that keeps nothing, and
 * the fold below it. The workspace that rests on a device is `@alongside/vault/kept`. See README.md.
 *
 *   const workspace = createPassingWorkspace({ me, random, now });
 *   workspace.commit([{ table: 'asks', record, field: 'title', value: 'Stand with us' }], 'everyone');
 *   workspace.tables.all('asks'); // [{ id, title: 'Stand with us' }]
 */

export type { SetAside } from './fold/apply-accepted.ts';
export {
  type Block,
  type BlockRefusal,
  columnsToTables,
  tablesToColumns,
} from './fold/columns/snapshot.ts';
export { createFold, type Fold, type FoldContext } from './fold/fold.ts';
export { stateHash } from './fold/state-hash.ts';
export type { StoredRecord, Tables } from './fold/tables.ts';
export type { TextHandle } from './fold/texts.ts';
export {
  createPassingWorkspace,
  type PassingChanges,
  type PassingContext,
  type PassingWorkspace,
} from './passing/passing-workspace.ts';
export type {
  Accepted,
  Audience,
  Change,
  CircleId,
  MemberId,
  Op,
  OpRun,
  RecordId,
  Value,
} from './types.ts';
export type { Safety, SafetyState, Waiting, WaitingBecause, Workspace } from './workspace.ts';
