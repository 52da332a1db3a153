/// <reference lib="webworker" />
/**
 * The worker's entry: import it from a file of the application that is started as a module worker.
 * Storage is one IndexedDB database of this origin.
 */
import { openIndexedDb } from '../local/indexeddb-storage.ts';
import { machineNetwork } from '../sync/network.ts';
import type { Door } from './door.ts';
import { createOpenRoots } from './open-roots.ts';
import { createBrowserTabs } from './tabs.ts';
import { serveVault } from './worker/serve.ts';

serveVault(globalThis as unknown as Door, {
  openStorage: () => openIndexedDb('alongside'),
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  clock: () => Date.now(),
  tabs: createBrowserTabs(),
  roots: createOpenRoots(),
  network: machineNetwork,
});
