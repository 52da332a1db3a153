/** Has a document read by a worker. */
import type { Reading } from '@alongside/practice';
import type { Refusal } from '@alongside/press';
import { type NoRead, readInWorker } from '../../../ui/read-in-worker.ts';
import type { HasRead, ToRead } from '../reading-worker.ts';
import { startReadingWorker } from './start-reading-worker.ts';

/** Besides what the press refuses: the reading took too long, or the worker died of it. */
export type NotRead = Refusal | NoRead;

/** How long a reading may take, in milliseconds. A story takes a fraction of a second. */
const longest = 20_000;

/** Gives the reading, or why there is none. Aborting ends the worker at once. */
export function readAway(document: ToRead, signal: AbortSignal): Promise<Reading | NotRead> {
  return readInWorker<HasRead['read']>(startReadingWorker(), document, { longest, signal });
}
