/**
 * How what the page writes is saved. Alone, it is sealed and stored, one tab at a time, and read back;
 * served, it is held on the disk, and the server has it later.
 */
import type { StoredStream } from '../../local/rest/stored-stream.ts';
import { StorageGone } from '../../local/storage.ts';
import type { Replica, SendOutcome } from '../../log/types.ts';
import type { SafetyState } from '../../workspace.ts';
import type { Envelopes } from './envelopes.ts';
import type { Outbox } from './outbox.ts';
import type { Serving } from './serving.ts';
import type { SessionContext, WriteOfPage } from './session-types.ts';
import type { ForPage } from './to-page.ts';

export interface Saving {
  write(write: WriteOfPage): void;
  /** Saves until nothing waits to be saved, or nothing more can be stored. */
  flush(): Promise<SafetyState>;
}

export interface SavingParts {
  readonly context: SessionContext;
  readonly replica: Replica;
  readonly page: ForPage;
  readonly outbox: Outbox;
  readonly envelopes: Envelopes;
  /** The stream on this disk. */
  readonly here: StoredStream;
  readonly serving: () => Serving;
  /** This tab's turn, while no other tab works on the place. */
  readonly inPlace: <T>(work: () => Promise<T>) => Promise<T>;
  readonly catchUp: () => Promise<boolean>;
  readonly handOn: () => Promise<void>;
  readonly snapshotIfDue: () => Promise<void>;
}

export function createSaving(parts: SavingParts): Saving {
  const { context, replica, page, outbox, envelopes, here, serving } = parts;

  function sayGone(error: unknown) {
    if (!(error instanceof StorageGone)) throw error;
    page.sayRefused({ type: 'StorageLost' });
  }

  async function saveAlone(): Promise<void> {
    await parts.inPlace(async () => {
      if (await serving().find()) return;
      if (!(await parts.catchUp())) return;
      outbox.takeAll(({ audience, run, releases }) =>
        audience !== 'everyone' && 'capsuleTo' in audience
          ? replica.writeCapsule(audience.capsuleTo, [run])
          : replica.write(audience, [run], releases),
      );
      if (replica.held().length === 0) return;
      const outcome = await replica.send().catch(orGone);
      await parts.handOn();
      const isSaved = outcome?.type === 'AllReadBack';
      page.say(isSaved ? null : { type: 'ReadOnly', because: why(outcome) });
      await parts.snapshotIfDue();
    });
    context.say({ type: 'written' });
  }

  function why(outcome: SendOutcome | undefined) {
    if (outcome?.type === 'Held' && outcome.because === 'Blocked') return 'newer-version';
    return here.refused?.type === 'StorageFull' ? 'storage-full' : 'storage-lost';
  }

  /** Writes down what the page wrote: nothing else is needed, and nobody is waited for. */
  async function hold(): Promise<void> {
    const { served } = serving();
    const batches = outbox.drain();
    if (!served || batches.length === 0) return;
    const refusal = await served.hold(batches);
    if (refusal) {
      outbox.putBack(batches);
      page.sayRefused(refusal);
      return;
    }
    page.sayStored();
    context.post({ type: 'held', batches: batches.map(({ batch }) => batch) });
    page.tell();
    serving().poke();
    context.say({ type: 'written' });
  }

  let flushing: Promise<void> | undefined;
  /** Writes whose envelopes are being opened. */
  let opening: Promise<unknown> = Promise.resolve();

  async function take({ batch, audience, run, sealedFor, opens }: WriteOfPage): Promise<void> {
    const releases = opens && { releases: await envelopes.releasesFor(opens.table, opens.records) };
    const to = sealedFor ? { capsuleTo: envelopes.circlesOf(sealedFor) } : audience;
    outbox.add({ batch, audience: to, run, ...releases });
  }

  /** Everything waiting goes in as few entries as may be: one round takes all that came meanwhile. */
  async function flush(): Promise<SafetyState> {
    await opening;
    flushing ??= (async () => {
      do await (serving().served ? hold() : saveAlone()).catch(sayGone);
      while (outbox.hasNew() && page.stuck === null);
    })().finally(() => {
      flushing = undefined;
    });
    await flushing;
    if (page.stuck) return page.stuck;
    const unsaved = outbox.waiting();
    return unsaved === 0 ? { type: 'SavedHere' } : { type: 'Saving', waiting: unsaved };
  }

  return {
    write(write) {
      const taken = take(write);
      if (write.opens) opening = Promise.all([opening, taken]);
      void flush();
    },
    flush,
  };
}

/** A storage that went away is a fact to tell; anything else is our mistake and goes on. */
function orGone(error: unknown): undefined {
  if (!(error instanceof StorageGone)) throw error;
  return undefined;
}
