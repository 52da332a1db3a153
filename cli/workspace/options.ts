/** What the verbs of `alongside workspace` take. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface WorkspaceOptions {
  /** What stands without a name: a link, a table, a file. */
  readonly what: string | undefined;
  readonly data: string;
  readonly wordsFile: string | undefined;
  readonly name: string | undefined;
  readonly from: string | undefined;
  readonly ask: string | undefined;
  readonly json: boolean;
}

/** Reads a line as a person types it; gives what was typed. */
export type Asking = (question: string) => Promise<string>;

/** The options; undefined where something was given that none of the verbs takes. */
export function readWorkspaceOptions(args: readonly string[]): WorkspaceOptions | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        'words-file': { type: 'string' },
        name: { type: 'string' },
        from: { type: 'string' },
        what: { type: 'string' },
        json: { type: 'boolean' },
      },
      allowPositionals: true,
    });
    const [what, more] = positionals;
    if (more !== undefined) return undefined;
    const file = values['words-file'];
    return {
      what,
      data: resolve(values.data ?? 'workspace'),
      wordsFile: file === undefined ? undefined : resolve(file),
      name: values.name,
      from: values.from,
      ask: values.what,
      json: values.json ?? false,
    };
  } catch {
    return undefined;
  }
}
