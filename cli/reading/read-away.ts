/**
 * Has a document read in a thread of its own, so that a hostile one dies alone: with a limit to its
 * memory, which the thread is born with, a look at what the whole process holds, and a clock. The
 * clock counts the processor's work, not the time of day, so that a busy machine refuses no one.
 * Leaves out what the press itself refuses, which comes back as it is.
 */
import { Worker } from 'node:worker_threads';
import type { Reading } from '@alongside/practice';
import { type Refusal, sayRefusal } from '@alongside/press';

export interface ToRead {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The file's name. */
  readonly name: string;
}

/** Besides what the press refuses: it took too much of the machine, or the thread died of it. */
export type NotRead =
  | Refusal
  | { readonly type: 'TookTooLong' }
  | { readonly type: 'TookTooMuch' }
  | { readonly type: 'CouldNotRead' };

const megabyte = 1024 * 1024;

/** What a reading may take. A story takes a tenth of each. */
const most = {
  /** Microseconds of the processor. */
  work: 4_000_000,
  /** Bytes that the process holds in all; more where it began with much. */
  held: Math.max(420 * megabyte, process.memoryUsage.rss() + 300 * megabyte),
  /** Megabytes of the thread's own objects: those that last, and those just made. */
  lasting: 224,
  fresh: 32,
} as const;

/** Between two looks, in milliseconds: what grows fastest grows by some 20 MB in the meantime. */
const look = 20;

/** Gives the reading, or why there is none. The bytes go over to the thread and are gone here. */
export function readAway(document: ToRead): Promise<Reading | NotRead> {
  const before = process.cpuUsage();
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
    workerData: document,
    transferList: [document.bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: most.lasting, maxYoungGenerationSizeMb: most.fresh },
  });
  return new Promise((resolve) => {
    const end = (result: Reading | NotRead) => {
      clearInterval(clock);
      resolve(result);
      void worker.terminate();
    };
    const clock = setInterval(() => {
      const { user, system } = process.cpuUsage(before);
      if (user + system > most.work) end({ type: 'TookTooLong' });
      else if (process.memoryUsage.rss() > most.held) end({ type: 'TookTooMuch' });
    }, look);
    worker.on('message', end);
    worker.on('error', (error: Error & { code?: string }) =>
      end({
        type: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'TookTooMuch' : 'CouldNotRead',
      }),
    );
    worker.on('exit', () => end({ type: 'CouldNotRead' }));
  });
}

/** One English sentence for why there is no reading, and what to do next. */
export function sayNotRead(refusal: NotRead): string {
  switch (refusal.type) {
    case 'TookTooLong':
      return 'Reading it took too long, so it was stopped. Copy its text into a new document.';
    case 'TookTooMuch':
      return 'Reading it took too much memory, so it was stopped. Copy its text into a new document.';
    case 'CouldNotRead':
      return 'It could not be read. Copy its text into a new document.';
    default:
      return sayRefusal(refusal);
  }
}
