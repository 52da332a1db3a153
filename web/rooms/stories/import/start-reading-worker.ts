/**
 * Starts the worker that reads documents, by the one policy that lets scripts of ours be started.
 * Where that policy is not to be had, gives null, and the document is read on the page's own thread.
 */
import address from '../reading-worker.ts?worker&url';

const trusted = import.meta.glob<{ ownScript(url: string): string }>('../../../ui/trusted.ts', {
  eager: true,
});

export function startReadingWorker(): Worker | null {
  const [policy] = Object.values(trusted);
  return policy ? new Worker(policy.ownScript(address), { type: 'module' }) : null;
}
