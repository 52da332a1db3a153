/** Has a document read by a worker, with an end to waiting: by the person, or by the clock. */
import type { Reading } from '@alongside/practice';
import type { Refusal } from '@alongside/press';
import type { HasRead, ToRead } from '../reading-worker.ts';
import { startReadingWorker } from './start-reading-worker.ts';

/** Besides what the press refuses: the reading took too long, or the worker died of it. */
export type NotRead =
  | Refusal
  | { readonly type: 'TookTooLong' }
  | { readonly type: 'CouldNotRead' };

/** How long a reading may take, in milliseconds. A story takes a fraction of a second. */
const longest = 20_000;

/** Gives the reading, or why there is none. Aborting ends the worker at once. */
export function readAway(document: ToRead, signal: AbortSignal): Promise<Reading | NotRead> {
  const worker = startReadingWorker();
  return new Promise((resolve) => {
    const end = (result: Reading | NotRead) => {
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
    worker.postMessage(document);
  });
}
