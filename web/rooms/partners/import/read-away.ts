/** Has a file read by a worker, with an end to waiting: by the person, or by the clock. */
import { ownScript } from '../../../ui/trusted.ts';
import type { FileToRead, HasRead } from './contacts-worker.ts';
import address from './contacts-worker.ts?worker&url';

/** How long a reading may take, in milliseconds. Fifty thousand rows take a few seconds. */
const longest = 60_000;

/** Gives what was found, or why nothing was. Aborting ends the worker at once. */
export function readAway(file: FileToRead, signal: AbortSignal): Promise<HasRead['read']> {
  const worker = new Worker(ownScript(address), { type: 'module' });
  return new Promise((resolve) => {
    const end = (result: HasRead['read']) => {
      clearTimeout(clock);
      worker.terminate();
      resolve(result);
    };
    const clock = setTimeout(() => end({ type: 'TookTooLong' }), longest);
    worker.addEventListener('message', (event: MessageEvent<HasRead | object>) => {
      if ('read' in event.data) end(event.data.read);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      end({ type: 'CouldNotRead' });
    });
    signal.addEventListener('abort', () => end({ type: 'CouldNotRead' }));
    worker.postMessage(file);
  });
}
