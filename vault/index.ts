/** Who may read and what happened. See README.md. */

export type { StoredRecord, Tables } from './fold/tables.ts';
export type { TextHandle } from './fold/texts.ts';
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
export type { Safety, SafetyState, Workspace } from './workspace.ts';
