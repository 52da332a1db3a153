/**
 * The kept workspace: sealed on this device, opened with six words. `connectVault` is the page's way
 * in (`worker.ts` is the other end); `vaultHere` is the same in one thread.
 *
 *   const vault = connectVault({ start: () => new Worker(url, { type: 'module' }), random, now });
 *   const workspace = await vault.unlock({ words: 'abandon ability able about above absent' });
 */
export { type ExportWords, exportToPage } from '../local/export/export-page.ts';
export type { Door } from './door.ts';
export type * from './envelope-types.ts';
export { keepWorkspace, listKept, unlockWorkspace, type VaultHere, vaultHere } from './here.ts';
export type * from './intake-types.ts';
export type * from './joining-types.ts';
export { connectVault, type PageContext } from './page/connect.ts';
export type * from './people-types.ts';
export { createBrowserTabs, createLocalTabs, type Tabs } from './tabs.ts';
export type * from './together-types.ts';
export type * from './types.ts';
