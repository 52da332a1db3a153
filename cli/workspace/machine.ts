/** A workspace on this machine: its folder, the way in with six words, and how far the server has it. */
import { openFolderStorage } from '@alongside/vault/folder-storage';
import { type KeptWorkspace, type Vault, vaultHere } from '@alongside/vault/kept';
import { type Io, shown } from '../io.ts';
import type { Asking, WorkspaceOptions } from './options.ts';
import { sayRefused } from './refused.ts';
import { wordsToOpen } from './words.ts';

/** How long a command waits for the server before it goes on without it, in milliseconds. */
const patience = 30_000;

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** Runs the work over the vault of the folder, which is free again afterwards. */
export async function withVault(
  { data }: WorkspaceOptions,
  io: Io,
  work: (vault: Vault) => Promise<number>,
): Promise<number> {
  const storage = await openFolderStorage(data);
  if ('type' in storage) {
    io.stderr(`${shown(data)}: ${sayRefused(storage)}\n`);
    return 1;
  }
  const vault = vaultHere({ storage, random, now: Date.now });
  try {
    return await work(vault);
  } finally {
    vault.close();
    await storage.close();
  }
}

/**
 * Opens the workspace with its six words, reads what is new on the server, runs the work, and waits
 * until the server has what was written. Says so where it does not.
 */
export function inWorkspace(
  options: WorkspaceOptions,
  io: Io,
  ask: Asking,
  work: (workspace: KeptWorkspace) => number,
): Promise<number> {
  return withVault(options, io, async (vault) => {
    const words = await wordsToOpen(options, io, ask);
    if (words === undefined) return 1;
    const opened = await vault.unlock({ words });
    if ('type' in opened) {
      io.stderr(`${shown(options.data)}: ${sayRefused(opened)}\n`);
      return 1;
    }
    await readNews(opened, io);
    const code = work(opened);
    await handOver(opened, io);
    await opened.lock({ anyway: true });
    return code;
  });
}

/** Until everything on the server was read once, or the server is away. */
async function readNews({ together }: KeptWorkspace, io: Io): Promise<void> {
  const read = () => {
    const { server, removed } = together.get();
    return server.type !== 'Away' || removed;
  };
  if (!(await until(together.subscribe, read))) {
    io.stderr('The server cannot be reached. This is what was read before.\n');
  }
  const { removed, alarms } = together.get();
  if (removed) {
    io.stderr(
      'This machine was removed from the workspace: it reads nothing that was written since, and nothing is sent. What it read before is still here.\n',
    );
  }
  if (alarms.length > 0) {
    io.stderr('Something is wrong with the server’s copy. Open the application to see what.\n');
  }
}

/** Until what was written is where it can be: on the disk always, on the server where there is one. */
export async function handOver(workspace: KeptWorkspace, io: Io): Promise<void> {
  const { safety, together } = workspace;
  const saved = await workspace.settled();
  if (saved.type === 'ReadOnly') {
    io.stderr('It could not be saved: look whether the disk is full. Nothing was kept of it.\n');
    return;
  }
  const done = () => {
    const now = safety.get();
    return together.get().removed || !(now.type === 'SavedHere' && now.waiting !== undefined);
  };
  if (!(await until(safety.subscribe, done)))
    io.stderr('Saved here. The server is away; it is sent the next time.\n');
}

/** True once it holds, false where that takes too long. */
async function until(
  subscribe: (heard: () => void) => () => void,
  holds: () => boolean,
): Promise<boolean> {
  if (holds()) return true;
  const heard = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => heard.resolve(false), patience);
  const forget = subscribe(() => holds() && heard.resolve(true));
  const met = await heard.promise;
  clearTimeout(timer);
  forget();
  return met;
}
