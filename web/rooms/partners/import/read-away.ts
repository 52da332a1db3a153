/** Has a file of contacts or meetings read by a worker. */
import { readInWorker } from '../../../ui/read-in-worker.ts';
import { ownScript } from '../../../ui/trusted.ts';
import type { FileToRead, HasRead } from './contacts-worker.ts';
import address from './contacts-worker.ts?worker&url';

/** How long a reading may take, in milliseconds. Fifty thousand rows take a few seconds. */
const longest = 60_000;

/** Gives what was found, or why nothing was. Aborting ends the worker at once. */
export function readAway(file: FileToRead, signal: AbortSignal): Promise<HasRead['read']> {
  const worker = new Worker(ownScript(address), { type: 'module' });
  return readInWorker(worker, file, { longest, signal });
}
