/** `alongside workspace export FILE`: everything this member can read, in the open, as JSON. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Io, shown } from '../io.ts';
import { inWorkspace } from './machine.ts';
import type { Asking, WorkspaceOptions } from './options.ts';
import { sayJson } from './say.ts';

export function exportWorkspace(options: WorkspaceOptions, io: Io, ask: Asking): Promise<number> {
  const { what } = options;
  if (what === undefined) {
    io.stderr('Say which file to write: export FILE\n');
    return Promise.resolve(1);
  }
  const file = resolve(what);
  return inWorkspace(options, io, ask, (workspace) => {
    try {
      writeFileSync(file, sayJson(workspace.exportAll()), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EEXIST';
      const sentence = taken ? 'This file is there already.' : 'This file cannot be written.';
      io.stderr(`${shown(file)}: ${sentence} Choose another name.\n`);
      return 1;
    }
    io.stdout(`It is in ${shown(file)}. Whoever has this file can read it.\n`);
    return 0;
  });
}
