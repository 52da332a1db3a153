/**
 * Connects this page to the vault: loaded when something is kept or about to be, so that a first visit
 * does not wait for it. Its worker starts when it is first asked something.
 */
import { ownScript } from '../../ui/trusted.ts';
import type { Vault } from './vault.ts';
import workerAddress from './vault-worker.ts?worker&url';

let connected: Promise<Vault> | undefined;

export function connectVault(): Promise<Vault> {
  connected ??= connect();
  return connected;
}

/** Another vault over the same storage: for keeping a workspace while one is open. */
export const connectBeside = (): Promise<Vault> => connect();

async function connect(): Promise<Vault> {
  const { connectVault: connectTo } = await import('@alongside/vault/kept');
  return connectTo({
    start: () => new Worker(ownScript(workerAddress), { type: 'module' }),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    now: Date.now,
  });
}

/**
 * Whether this browser may hold something kept. False only where the vault's database was never made;
 * where the browser cannot tell, the vault itself is asked.
 */
export async function mayHoldSomething(): Promise<boolean> {
  try {
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === 'alongside');
  } catch {
    return true;
  }
}
