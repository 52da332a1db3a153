/** A page with nothing on it but the vault, as an application would start it. Tests drive it. */
import { connectVault } from '../../../vault/kept/index.ts';
import type { KeptWorkspace, Vault } from '../../../vault/kept/types.ts';

export interface TestPage {
  readonly vault: Vault;
  workspace: KeptWorkspace | undefined;
  /** Everything the worker has sent, by type. */
  readonly heard: unknown[];
  keep(words: string): Promise<string>;
  unlock(words: string): Promise<string>;
  join(): Promise<string>;
  /** Writes one record and says the state of safety once it is settled. */
  write(record: string, field: string, value: string): Promise<string>;
  read(record: string): Record<string, unknown> | null;
}

const heard: unknown[] = [];
const vault = connectVault({
  start() {
    const worker = new Worker(new URL('./vault-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }) => heard.push(data));
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
