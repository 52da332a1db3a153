/** `alongside workspace show [TABLE]`: who is here and what there is, or every record of one table. */
import type { KeptWorkspace } from '@alongside/vault/kept';
import type { Io } from '../io.ts';
import { inWorkspace } from './machine.ts';
import type { Asking, WorkspaceOptions } from './options.ts';
import { sayJson, sayLine, sayRecord } from './say.ts';

export function showWorkspace(options: WorkspaceOptions, io: Io, ask: Asking): Promise<number> {
  const { what: table, json } = options;
  return inWorkspace(options, io, ask, (workspace) => {
    const { tables } = workspace.exportAll();
    if (table === undefined) {
      io.stdout(json ? sayJson(counted(tables)) : overview(workspace, tables));
      return 0;
    }
    const records = Object.hasOwn(tables, table) ? (tables[table] ?? []) : [];
    if (json) io.stdout(sayJson(records));
    else if (records.length > 0) io.stdout(records.map(sayRecord).join(''));
    else io.stdout(`Nothing in ${sayLine(table)} that you can read.\n`);
    return 0;
  });
}

type Tables = ReturnType<KeptWorkspace['exportAll']>['tables'];

function counted(tables: Tables): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(tables)
      .map(([name, records]) => [name, records.length] as const)
      .filter(([, count]) => count > 0),
  );
}

function overview({ together, tables: live }: KeptWorkspace, tables: Tables): string {
  const here = together.get().people.filter(({ active }) => active);
  const names = here.map(({ id }) => {
    const isOwn = live.writtenBy('names', id, 'name')?.member === id;
    const name = isOwn ? live.get('names', id)?.name : undefined;
    return typeof name === 'string' && name !== '' ? sayLine(name) : '(no name yet)';
  });
  const lines = Object.entries(counted(tables)).map(
    ([name, count]) => `  ${sayLine(name).padEnd(16)} ${count}\n`,
  );
  return `Here: ${names.join(', ')}\n${lines.join('')}`;
}
