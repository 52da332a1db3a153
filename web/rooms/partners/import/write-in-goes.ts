/**
 * Writing down what was chosen in many goes, so that the page stays quick and a person can stop. Stopped
 * or not, everything written can be taken back in one.
 */
import type { Change } from '@alongside/practice';
import type { Workspace } from '@alongside/vault';

/** Changes in one go: some 60 kB sealed. */
const most = 500;

export interface Written {
  /** Lists of changes that were written, of all there were. */
  readonly done: number;
  readonly all: number;
}

/** Writes the lists in their order, telling after each go. Gives the way to take it back. */
export async function writeInGoes(
  workspace: Workspace,
  lists: readonly (readonly Change[])[],
  tell: (written: Written) => void,
  signal: AbortSignal,
): Promise<() => void> {
  const made = new Map<string, Change>();
  let go: Change[] = [];
  let done = 0;
  const write = async () => {
    if (go.length > 0) workspace.commit(go, workspace.coreTeam);
    go = [];
    tell({ done, all: lists.length });
    // The page draws and hears a press in between.
    await new Promise((resolve) => setTimeout(resolve));
  };
  for (const list of lists) {
    if (signal.aborted) break;
    for (const change of list) {
      go.push(change);
      const { table, record } = change;
      made.set(`${table}/${record}`, { table, record, field: 'deleted', value: true });
    }
    done += 1;
    if (go.length >= most) await write();
  }
  await write();
  return () => {
    const back = [...made.values()];
    for (let at = 0; at < back.length; at += most) {
      workspace.commit(back.slice(at, at + most), workspace.coreTeam);
    }
  };
}
