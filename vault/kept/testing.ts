/** A set-up for tests of the kept workspace: seeded chance, a clock that moves when told, memory. */

import { createMemoryStorage, type MemoryStorage } from '../local/memory-storage.ts';
import type { Storage } from '../local/storage.ts';
import { machineNetwork } from '../sync/network.ts';
import { seededRandom } from '../testing/random.ts';
import { createDoors, type Door } from './door.ts';
import { type VaultHere, vaultHere } from './here.ts';
import type { ToPage } from './messages.ts';
import { createOpenRoots, type OpenRoots } from './open-roots.ts';
import { connectVault } from './page/connect.ts';
import { createLocalTabs, type Tabs } from './tabs.ts';
import type { KeptWorkspace } from './types.ts';
import { serveVault } from './worker/serve.ts';

export const SIX = 'abandon ability able about above absent';
export const OTHER_SIX = 'zoo zone youth young yellow year';

export interface TestContext {
  readonly storage: MemoryStorage;
  readonly tabs: Tabs;
  readonly roots: OpenRoots;
  readonly random: (length: number) => Uint8Array<ArrayBuffer>;
  readonly now: () => number;
  readonly tick: (ms: number) => void;
}

export function createTestContext(seed = 1): TestContext {
  let at = Date.UTC(2026, 10, 23, 9);
  return {
    storage: createMemoryStorage(),
    tabs: createLocalTabs(),
    roots: createOpenRoots(),
    random: seededRandom(`context ${seed}`),
    now: () => at,
    tick: (ms) => {
      at += ms;
    },
  };
}

/** The workspace, or the refusal as an error. */
export function opened(outcome: KeptWorkspace | { readonly type: string }): KeptWorkspace {
  if ('type' in outcome) throw new Error(`Refused: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** The handle of a place that is open in this context. Saves the third of a second that words take. */
export function rootOf(context: TestContext, place: string): CryptoKey {
  const root = context.roots.of(place);
  if (!root) throw new Error(`Not open: ${place}`);
  return root;
}

/** Roots in the hand of a worker that has the place open. */
export function holding(place: string, root: CryptoKey): OpenRoots {
  const roots = createOpenRoots();
  roots.hold(place, root);
  return roots;
}

/** Opens a copied storage without words, as a second tab of the same worker would. */

export async function openCopy(
  context: TestContext,
  storage: Storage,
  place: string,
  root: CryptoKey,
) {
  const tabs = createLocalTabs();
  return vaultHere({ ...context, storage, tabs, roots: holding(place, root) }).join(place);
}

/**
 * A vault whose worker's messages are written down on their way to the page. The worker may have a
 * source of chance of its own.
 */
export function watchedVault(here: VaultHere, itsRandom = here.random) {
  const { storage, random, now, tabs = createLocalTabs(), roots = createOpenRoots() } = here;
  const sent: ToPage[] = [];
  const vault = connectVault({
    random,
    now,
    start() {
      const [page, worker] = createDoors();
      const watched: Door = {
        postMessage(message, transfer) {
          sent.push(message as ToPage);
          worker.postMessage(message, transfer);
        },
        addEventListener: (type, listener) => worker.addEventListener(type, listener),
      };
      serveVault(watched, {
        openStorage: async () => storage,
        random: itsRandom,
        clock: now,
        tabs,
        roots,
        network: machineNetwork,
      });
      return page;
    },
  });
  return { vault, sent };
}

/** How often each field of a record was read from the log, as the worker told its page. */
export function timesRead(sent: readonly ToPage[], record: string): Record<string, number> {
  const times: Record<string, number> = {};
  for (const message of sent) {
    const from = message.type === 'opened' ? message.opened : message;
    for (const { runs } of 'entries' in from ? from.entries : []) {
      for (const op of runs.flatMap(({ ops }) => ops)) {
        if (op.record === record) times[op.field] = (times[op.field] ?? 0) + 1;
      }
    }
  }
  return times;
}

/**
 * A storage that dies: after so many writes the next is never answered, as when the process was
 * killed. `died` resolves at that moment.
 */
export function dyingStorage(storage: Storage, allowed: number) {
  const death = Promise.withResolvers<'died'>();
  let writes = 0;
  const dying: Storage = {
    ...storage,
    write(batch) {
      writes += 1;
      if (writes <= allowed) return storage.write(batch);
      death.resolve('died');
      return new Promise(() => {});
    },
  };
  return { dying, died: death.promise };
}
