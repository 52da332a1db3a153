/** Starts the worker that reads documents, by the one policy that lets scripts of ours be started. */
import { ownScript } from '../../../ui/trusted.ts';
import address from '../reading-worker.ts?worker&url';

export function startReadingWorker(): Worker {
  return new Worker(ownScript(address), { type: 'module' });
}
