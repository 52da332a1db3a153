/** Has a file read by a worker of its own, with an end to waiting: by the person, or by the clock. */

/** The worker was too slow, or died of it; or the person would not wait. */
export type NoRead = { readonly type: 'TookTooLong' } | { readonly type: 'CouldNotRead' };

/**
 * Posts `file` to the worker and gives what its answer holds under `read`, or why there is none; the worker is
 * ended either way. `longest` in milliseconds. Aborting ends it at once.
 */
export function readInWorker<Read>(
  worker: Worker,
  file: object,
  { longest, signal }: { readonly longest: number; readonly signal: AbortSignal },
): Promise<Read | NoRead> {
  return new Promise((resolve) => {
    const end = (result: Read | NoRead) => {
      clearTimeout(clock);
      worker.terminate();
      resolve(result);
    };
    const clock = setTimeout(() => end({ type: 'TookTooLong' }), longest);
    worker.addEventListener('message', (event: MessageEvent<{ readonly read: Read } | object>) => {
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
