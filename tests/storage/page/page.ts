/** A page with nothing on it but the vault, as an application would start it. Tests drive it. */
import { connectVault } from '../../../vault/kept/index.ts';
import type { ToPage } from '../../../vault/kept/messages.ts';
import type { KeptWorkspace, Vault } from '../../../vault/kept/types.ts';

export interface TestPage {
  readonly vault: Vault;
  workspace: KeptWorkspace | undefined;
  /** Everything the worker has sent, by type. */
  readonly heard: ToPage[];
  /** Says something to the worker that is running, past the vault's half in the page. */
  tell(message: unknown): void;
  /** How often each field of a record was read from the log, as the worker told. */
  timesRead(record: string): Record<string, number>;
  keep(words: string): Promise<string>;
  unlock(words: string): Promise<string>;
  join(): Promise<string>;
  /** Writes one record and says the state of safety once it is settled. */
  write(record: string, field: string, value: string): Promise<string>;
  read(record: string): Record<string, unknown> | null;
}

const heard: ToPage[] = [];
let running: Worker | undefined;
const vault = connectVault({
  start() {
    const worker = new Worker(new URL('./vault-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }) => heard.push(data));
    running = worker;
    return worker;
  },
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  now: () => Date.now(),
});

function take(outcome: KeptWorkspace | { readonly type: string }): string {
  if ('type' in outcome) return outcome.type;
  page.workspace = outcome;
  outcome.onLocked(() => {
    page.workspace = undefined;
  });
  return 'Open';
}

const page: TestPage = {
  vault,
  workspace: undefined,
  heard,
  tell: (message) => running?.postMessage(message),
  timesRead(record) {
    const times: Record<string, number> = {};
    for (const message of heard) {
      const from = message.type === 'opened' ? message.opened : message;
      const ops = 'entries' in from ? from.entries.flatMap(({ runs }) => runs) : [];
      for (const op of ops.flatMap((run) => run.ops))
        if (op.record === record) times[op.field] = (times[op.field] ?? 0) + 1;
    }
    return times;
  },
  keep: async (words) => take(await vault.keep({ words })),
  unlock: async (words) => take(await vault.unlock({ words })),
  async join() {
    const places = await vault.list();
    if ('type' in places) return places.type;
    return places[0] ? take(await vault.join(places[0].place)) : 'NothingKept';
  },
  async write(record, field, value) {
    page.workspace?.commit([{ table: 'tests', record, field, value }], 'everyone');
    return (await page.workspace?.settled())?.type ?? 'Locked';
  },
  read: (record) => page.workspace?.tables.get('tests', record) ?? null,
};

declare global {
  interface Window {
    page: TestPage;
  }
}
window.page = page;
