/**
 * A workspace that keeps nothing: the first visit and the example. It holds everything in memory,
 * without keys, and lists what was committed so that *Keep this* can replay it into a kept one.
 */
import { byAudience } from '../fold/by-audience.ts';
import { createFold } from '../fold/fold.ts';
import { assertWithinLimits } from '../fold/limits.ts';
import { isWritten, updateOf } from '../fold/text/folded-text.ts';
import { type Audience, hlcPerMs, type MemberId, type Op, type RecordId } from '../types.ts';
import type { SafetyState, Workspace } from '../workspace.ts';

export interface PassingWorkspace extends Workspace {
  readonly kind: 'passing';
  /**
   * Everything written so far, in order, with who can read it: first the changes, a commit an item,
   * then each text as one update. Committing them in order into another workspace makes it equal;
   * whoever does puts that workspace's circles in place of this one's `onlyMe` and `coreTeam`.
   */
  changes(): readonly PassingChanges[];
}

export interface PassingChanges {
  readonly audience: Audience;
  readonly ops: readonly Op[];
}

export interface PassingContext {
  readonly me: MemberId;
  /** That many random bytes. */
  readonly random: (bytes: number) => Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function createPassingWorkspace({ me, random, now }: PassingContext): PassingWorkspace {
  const newId = (): RecordId => random(16).toBase64({ alphabet: 'base64url', omitPadding: true });
  const committed: PassingChanges[] = [];
  let hlc = 0;

  const accept = (runs: readonly (readonly [Audience, readonly Op[]])[]) => {
    hlc = Math.max(hlc + 1, now() * hlcPerMs);
    const seen = fold.position;
    fold.applyAccepted(
      runs.map(([audience, ops], at) => ({
        position: seen + 1 + at,
        device: 0,
        member: me,
        hlc,
        audience,
        runs: [{ seen: seen + at, ops }],
      })),
    );
  };
  const takeTyped = () => {
    for (const { audience, op, batch } of fold.texts.takeTyped(now(), true)) {
      accept([[audience, [op]]]);
      fold.giveUp([batch]);
    }
  };
  const fold = createFold({ me, random, now });

  return {
    kind: 'passing',
    me,
    tables: fold.tables,
    onlyMe: { circle: newId() },
    coreTeam: { circle: newId() },
    commit(changes, audience) {
      assertWithinLimits(changes);
      const runs = byAudience(changes, ({ table, record }) =>
        fold.audienceFor(table, record, audience),
      );
      accept(runs);
      for (const [to, ops] of runs) committed.push({ audience: to, ops });
    },
    text: (table, record, field, audience) =>
      fold.texts.open(table, record, field, fold.audienceFor(table, record, audience)),
    newId,
    safety: { get: () => nothingKept, subscribe: () => () => {}, beginTyping: () => () => {} },
    changes() {
      takeTyped();
      const written = [...fold.state.texts.values()].filter(isWritten);
      const texts = written.map((text) => ({
        audience: fold.state.audiences.audienceOf(text.audience),
        ops: [
          { table: text.table, record: text.record, field: text.field, update: updateOf(text) },
        ],
      }));
      return [...committed, ...texts];
    },
  };
}

const nothingKept: SafetyState = { type: 'NothingKept' };
