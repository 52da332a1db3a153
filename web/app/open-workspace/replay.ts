/**
 * Writes what was typed in one workspace into another, in order: changes as they were committed,
 * then each text with its formatting. Circles of the one become those of the other. `wanted` leaves
 * records out, as when the example's own stay behind.
 */
import type {
  Audience,
  Change,
  PassingChanges,
  PassingWorkspace,
  Workspace,
} from '@alongside/vault';

type Circles = Pick<Workspace, 'onlyMe' | 'coreTeam'>;

/** A record's name among all tables. */
const recordKey = (of: { readonly table: string; readonly record: string }): string =>
  `${of.table}/${of.record}`;

/** The records that a workspace holds now. */
export function recordsIn(changes: readonly PassingChanges[]): ReadonlySet<string> {
  return new Set(changes.flatMap(({ ops }) => ops.map(recordKey)));
}

export function replayInto(
  target: Workspace,
  source: PassingWorkspace,
  wanted: (key: string) => boolean = () => true,
): void {
  for (const { audience, ops } of source.changes()) {
    const to = translate(audience, source, target);
    const changes = ops.filter((op): op is Change => 'value' in op && wanted(recordKey(op)));
    if (changes.length > 0) target.commit(changes, to);
    for (const op of ops) {
      if (!('update' in op) || !wanted(recordKey(op))) continue;
      const from = source.text(op.table, op.record, op.field, audience);
      const into = target.text(op.table, op.record, op.field, to);
      into.text.applyDelta(from.text.toDelta());
      from.close();
      into.close();
    }
  }
}

function translate(audience: Audience, from: Circles, to: Circles): Audience {
  if (isSame(audience, from.onlyMe)) return to.onlyMe;
  if (isSame(audience, from.coreTeam)) return to.coreTeam;
  return audience;
}

function isSame(one: Audience, other: Audience): boolean {
  return one !== 'everyone' && other !== 'everyone' && one.circle === other.circle;
}
