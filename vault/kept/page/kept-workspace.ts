/**
 * A kept workspace as rooms see it. Changes show at once, lie over the fold as pending, and go to the
 * worker; they are settled when the worker has read them back from the disk. The words on screen
 * ("Saved here") follow from that and from nothing else.
 */
import { assert, idToBytes } from '../../envelope/bytes.ts';
import { byAudience } from '../../fold/by-audience.ts';
import { mergeColumns } from '../../fold/columns/merge.ts';
import { type Block, columnsToTables, tablesToColumns } from '../../fold/columns/snapshot.ts';
import { countErasable, eraseHidden } from '../../fold/erase-hidden.ts';
import { createFold, type Fold } from '../../fold/fold.ts';
import { assertWithinLimits } from '../../fold/limits.ts';
import { createState, type FoldState } from '../../fold/state.ts';
import { isWritten } from '../../fold/text/folded-text.ts';
import type { Accepted, Audience, Change, OpRun } from '../../types.ts';
import type { WaitingBecause } from '../../workspace.ts';
import type { ReaderNotReady } from '../envelope-types.ts';
import type { Opened, ToPage, ToWorker, WrittenBefore, WrittenFor } from '../messages.ts';
import type { TogetherState } from '../people-types.ts';
import { RETURNS_TABLE } from '../recovery-tables.ts';
import type { Damage, KeptWorkspace, KitRefusal, RecoveryKit, StorageRefusal } from '../types.ts';
import { createClosing } from './closing.ts';
import type { Line, PageContext } from './connect.ts';
import { createDailyErase } from './daily-erase.ts';
import { exportWorkspace, importInto } from './export.ts';
import { createSafety } from './safety.ts';
import { createTogether } from './together.ts';

/** Typing travels at most this often (security.md 2.5: less rhythm, fewer entries). */
const TYPING = 2000;

/** How a write is sealed besides, and what it opens. */
type Envelope = Pick<Extract<ToWorker, { type: 'write' }>, 'sealedFor' | 'opens'>;

/** A copy, from which a compaction has taken what it takes. */
function withoutErased(state: FoldState): FoldState {
  const { state: copy } = columnsToTables([...tablesToColumns(state)]);
  assert(copy, 'what was just written can be read');
  eraseHidden(copy);
  return copy;
}

export interface KeptHalf {
  readonly workspace: KeptWorkspace;
  heard(message: ToPage): void;
}

export function createKeptWorkspace(opened: Opened, line: Line, context: PageContext): KeptHalf {
  const { random, now } = context;
  const safety = createSafety();
  /** Batches on their way to the disk, and batches on it that wait for the server. */
  const unsaved = new Set<number>();
  const held = new Set<number>();
  const damaged: Damage[] = [...opened.damaged];
  const { me, place } = opened;
  let hasKit = opened.hasKit;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** While the folded state is written down nothing may be folded. */
  let making: Promise<void> | undefined;
  const takeAll = () => takeTyped(true);
  const closing = createClosing(line, takeAll, () => unsaved.size);

  const fold = beginFold();
  const together = createTogether(opened.together, line, { tables: fold.tables, commit }, now);
  const daily = createDailyErase(fold.state, now, together.eraseForGood);
  foldAll(opened.entries, opened.erased);
  showWaiting(opened.waiting);
  fold.tables.subscribe(RETURNS_TABLE, together.waysChanged);
  hearTogether(opened.together, 'on-its-way');

  function beginFold(): Fold {
    const { state, refused } =
      opened.blocks.length > 0
        ? columnsToTables(opened.blocks)
        : { state: createState(), refused: [] };
    for (const { type, name } of refused) {
      if (type === 'BlockDamaged' || damaged.length === 0)
        damaged.push({ type: 'BlockDamaged', block: name });
    }
    return createFold({ me, random, now, typed }, state ?? createState());
  }

  /** Entries in order, and between them what compactions take out. */
  function foldAll(
    entries: readonly Accepted[],
    erased: readonly number[],
    settled?: readonly number[],
  ) {
    let rest = entries;
    for (const position of erased) {
      fold.applyAccepted(rest.filter((entry) => entry.position <= position));
      rest = rest.filter((entry) => entry.position > position);
      eraseHidden(fold.state);
    }
    fold.applyAccepted(rest, settled);
  }

  function write(batch: number, audience: WrittenFor, run: OpRun, envelope: Envelope = {}) {
    unsaved.add(batch);
    tellSafety();
    line.send({ type: 'write', batch, audience, run, ...envelope });
  }

  function assertWritable(changes: readonly Change[]) {
    assertWithinLimits(changes);
    for (const { record } of changes) assert(idToBytes(record), 'a record’s id comes from newId');
  }

  function commitIn(changes: readonly Change[], audience: Audience, envelope?: Envelope) {
    assertWritable(changes);
    // A record keeps its readers, but what is for me alone goes nowhere else, whoever planted its id where.
    const isMine = audience !== 'everyone' && audience.circle === opened.onlyMe;
    const audienceOf = ({ table, record }: Change) =>
      isMine ? audience : fold.audienceFor(table, record, audience);
    for (const [to, part] of byAudience(changes, audienceOf)) {
      const { batch, seen } = fold.applyLocal(part, to);
      write(batch, to, { seen, ops: part }, envelope);
    }
    together.tablesChanged();
  }

  function commit(changes: readonly Change[], audience: Audience) {
    commitIn(changes, audience);
  }

  /** Written down here: they wait for the server from now on. */
  function noteHeld(batches: readonly number[]) {
    for (const batch of batches) if (unsaved.delete(batch)) held.add(batch);
    tellSafety();
  }

  function settle(batches: readonly number[]) {
    for (const batch of batches) {
      unsaved.delete(batch);
      held.delete(batch);
    }
    tellSafety();
  }

  function showWaiting(written: readonly WrittenBefore[]) {
    fold.showWritten(written);
    for (const { batch } of written) held.add(batch);
    tellSafety();
  }

  function hearTogether(state: TogetherState, because: WaitingBecause) {
    const { server } = state;
    // Not `because`, which says why writes wait: it stays what it was where none waits.
    const lost =
      server.type === 'Away' &&
      (server.because === 'lost-data' || server.because === 'needs-steward');
    safety.servedBy(server.type === 'NoServer' ? null : because, lost);
    together.heard(state);
    daily.look(together.get());
  }

  /** What is typed and not yet taken is one change more that is not saved. */
  function tellSafety() {
    safety.waitingFor(unsaved.size + (fold.texts.anyTyped ? 1 : 0), held.size);
  }

  /** Something was typed in an open text: it is taken in a while, or at once when all must go. */
  function typed() {
    timer ??= setTimeout(() => takeTyped(false), TYPING);
    tellSafety();
  }

  function takeTyped(all: boolean) {
    clearTimeout(timer);
    timer = undefined;
    for (const { batch, seen, audience, op } of fold.texts.takeTyped(now(), all)) {
      write(batch, audience, { seen, ops: [op] });
    }
    if (fold.texts.anyTyped) typed();
  }

  function heard(message: ToPage) {
    if (closing.closed) return;
    if (message.type === 'entries' && making) void making.then(() => heard(message));
    else if (message.type === 'entries') {
      foldAll(message.entries, message.erased, message.settled);
      settle(message.settled);
      showWaiting(message.waiting);
      together.tablesChanged();
    } else if (message.type === 'merge' && making) void making.then(() => heard(message));
    else if (message.type === 'merge') {
      mergeColumns(fold.state, message.blocks);
      fold.applyAccepted(message.entries);
    } else if (message.type === 'stuck') safety.stuckAt(message.stuck);
    else if (message.type === 'held') noteHeld(message.batches);
    else if (message.type === 'together') hearTogether(message.together, message.because);
    else if (message.type === 'blocks please') {
      making = giveBlocks(message.erased).finally(() => {
        making = undefined;
      });
    } else if (message.type === 'close') void closing.close(message.because);
  }

  /** The folded state for a snapshot, a block at a time, so that the page goes on answering taps. */
  async function giveBlocks(erased: boolean): Promise<void> {
    const blocks: Block[] = [];
    for (const block of tablesToColumns(erased ? withoutErased(fold.state) : fold.state)) {
      blocks.push(block);
      await new Promise((resolve) => setTimeout(resolve));
    }
    line.send(
      { type: 'blocks', blocks },
      blocks.map(({ bytes }) => bytes.buffer),
    );
  }

  /** However the making or ending of one went, what counts is what the chain says now. */
  async function askForKit(): Promise<void> {
    const answer = await line.ask({ do: 'hasRecoveryKit' });
    if (typeof answer === 'boolean') hasKit = answer;
  }

  const workspace: KeptWorkspace = {
    kind: 'kept',
    place,
    me,
    tables: fold.tables,
    onlyMe: { circle: opened.onlyMe },
    coreTeam: { circle: opened.coreTeam },
    damaged,
    erasable: () => countErasable(fold.state),
    safety,
    together,
    newId: () => random(16).toBase64({ alphabet: 'base64url', omitPadding: true }),
    commit,
    envelopes: {
      async close(changes, readers) {
        const refusal = (await line.ask({ do: 'canSealFor', readers })) as ReaderNotReady | null;
        if (refusal) return refusal;
        commitIn(changes, workspace.onlyMe, { sealedFor: readers });
        return undefined;
      },
      give(changes, circles) {
        assert(circles.length > 0, 'an envelope is for a circle');
        assertWritable(changes);
        const { batch, seen } = fold.applyLocal([], 'everyone');
        write(batch, { capsuleTo: circles }, { seen, ops: changes });
      },
      open: (table, records, changes, to) => commitIn(changes, to, { opens: { table, records } }),
    },
    text: (table, record, field, audience) =>
      fold.texts.open(table, record, field, fold.audienceFor(table, record, audience)),
    async settled() {
      takeTyped(true);
      await line.ask({ do: 'settle' });
      return safety.get();
    },
    lock: (how) => closing.lock(how?.anyway === true),
    onLocked: closing.onLocked,
    async erase() {
      const refusal = (await line.ask({ do: 'erase', place })) as StorageRefusal | null;
      if (refusal) return refusal;
      await closing.close('erased');
      return undefined;
    },
    async createRecoveryKit(language, words) {
      const kit = (await line.ask({ do: 'createRecoveryKit', language, words })) as
        | RecoveryKit
        | KitRefusal;
      await askForKit();
      return kit;
    },
    hasRecoveryKit: () => hasKit,
    async revokeRecoveryKit(words) {
      const refusal = (await line.ask({ do: 'revokeRecoveryKit', words })) as KitRefusal | null;
      await askForKit();
      return refusal ?? undefined;
    },
    async changeWords(old, words) {
      type Refused = Awaited<ReturnType<KeptWorkspace['changeWords']>> | null;
      return ((await line.ask({ do: 'changeWords', old, words })) as Refused) ?? undefined;
    },
    exportAll() {
      takeTyped(true);
      return exportWorkspace(workspace, fold, now());
    },
    importAll: (text) => importInto(workspace, text),
    async backup(to, words) {
      await workspace.settled();
      type Made = Awaited<ReturnType<KeptWorkspace['backup']>>;
      const names = fold.tables.tableNames();
      const records = names.reduce((sum, name) => sum + fold.tables.all(name).length, 0);
      const texts = [...fold.state.texts.values()].filter(isWritten).length;
      return (await line.ask({ do: 'backup', to, words, records, texts })) as Made;
    },
  };
  return { workspace, heard };
}
