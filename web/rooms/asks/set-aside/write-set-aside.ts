/** A message set aside for counsel, and back among the asks, as it is written. Each gives the way to take it back. */
import {
  arrivalFields,
  askFields,
  type Change,
  readFields,
  setAside,
  undoOf,
} from '@alongside/practice';
import type { Audience, Workspace } from '@alongside/vault';
import { today } from '../../../ui/days.ts';

/** Kept for these readers, and taken from everyone else, as it stands now. Undefined where it is not here any more. */
export function writeSetAside(
  { tables, commit, newId, coreTeam }: Workspace,
  ask: string,
  audience: Audience,
): (() => void) | undefined {
  const stored = tables.get('asks', ask);
  const arrival = tables.get('arrivals', ask);
  if (!stored || !arrival) return undefined;
  const record = newId();
  const { kept, cleared } = setAside(
    record,
    readFields(askFields, stored),
    readFields(arrivalFields, arrival),
    stored,
    today(),
  );
  const back = undoOf(cleared, tables.get);
  commit(kept, audience);
  commit(cleared, coreTeam);
  return () => {
    commit(back, coreTeam);
    commit([deletion(record, true)], audience);
  };
}

/** Writes the changes that put it back, and takes the message from those who were named for it. */
export function writePutBack(
  { tables, commit, coreTeam, onlyMe }: Workspace,
  record: string,
  changes: readonly Change[],
): () => void {
  const readers = tables.audienceOf('setAside', record) ?? onlyMe;
  const undo = undoOf(changes, tables.get);
  commit(changes, coreTeam);
  commit([deletion(record, true)], readers);
  return () => {
    commit([deletion(record, false)], readers);
    commit(undo, coreTeam);
  };
}

const deletion = (record: string, value: boolean) => ({
  table: 'setAside',
  record,
  field: 'deleted',
  value,
});
