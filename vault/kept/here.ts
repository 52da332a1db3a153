/** Both halves in one thread: for Node and for tests. The messages are the same as between threads. */
import type { Clock, Random } from '../identity/types.ts';
import type { Storage } from '../local/storage.ts';
import type { PassingWorkspace } from '../passing/passing-workspace.ts';
import { machineNetwork, type Network } from '../sync/network.ts';
import { createDoors } from './door.ts';
import { createOpenRoots, type OpenRoots } from './open-roots.ts';
import { connectVault } from './page/connect.ts';
import { createLocalTabs, type Tabs } from './tabs.ts';
import type {
  KeepRefusal,
  KeptPlace,
  KeptWorkspace,
  StorageRefusal,
  UnlockRefusal,
  Vault,
} from './types.ts';
import { serveVault } from './worker/serve.ts';

export interface VaultHere {
  readonly storage: Storage;
  readonly random: Random;
  readonly now: Clock;
  /** Shared by all that use the same storage at once; without it this one has it alone. */
  readonly tabs?: Tabs;
  /** Shared by all that open without words what another has open; without it nobody does. */
  readonly roots?: OpenRoots;
  /** The machine's own, unless it is given. */
  readonly network?: Network;
}

/** A vault over a storage that is open already. It is not closed with the vault. */
export function vaultHere(here: VaultHere): Vault {
  const { storage, random, now, tabs = createLocalTabs(), network = machineNetwork } = here;
  const { roots = createOpenRoots() } = here;
  return connectVault({
    random,
    now,
    start() {
      const [page, worker] = createDoors();
      const openStorage = async () => storage;
      serveVault(worker, { openStorage, random, clock: now, tabs, roots, network });
      return page;
    },
  });
}

/** What is kept in a storage, as it can be seen without words. */
export async function listKept(here: VaultHere): Promise<readonly KeptPlace[] | StorageRefusal> {
  return vaultHere(here).list();
}

/** Keeps a new workspace, or what a passing one holds, under six words. */
export async function keepWorkspace(
  here: VaultHere & { readonly words: string; readonly passing?: PassingWorkspace },
): Promise<KeptWorkspace | KeepRefusal> {
  const { words, passing } = here;
  return vaultHere(here).keep(passing ? { words, passing } : { words });
}

export async function unlockWorkspace(
  here: VaultHere & { readonly words: string; readonly place?: string },
): Promise<KeptWorkspace | UnlockRefusal> {
  const { words, place } = here;
  return vaultHere(here).unlock(place === undefined ? { words } : { words, place });
}
