/** A member at the command line, in a process and a folder of its own: `alongside workspace`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '../harness.ts';

const program = join(import.meta.dirname, '../../../cli/main.ts');

export function createDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-desk-'));
  const options = ['--data', join(folder, 'data'), '--words-file', join(folder, 'words')];

  /** Runs a verb; `heard` is called with all that it has said so far on standard error. */
  async function run(verb: string, args: readonly string[], heard = (_said: string) => {}) {
    const all = [program, 'workspace', verb, ...args, ...options];
    const child = spawn(process.execPath, all, { stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (bytes: Buffer) => {
      stdout += bytes.toString();
    });
    child.stderr.on('data', (bytes: Buffer) => {
      stderr += bytes.toString();
      heard(stderr);
    });
    const [code] = await once(child, 'close');
    return { code: code as number | null, stdout, stderr };
  }

  return {
    /** Asks to be let in: the four English words, then when it is in. */
    join(link: string, name: string) {
      const four = Promise.withResolvers<readonly string[]>();
      const done = run('join', [link, '--name', name], (said) => {
        const line = /^ {2}([a-z]+(?: · [a-z]+){3})$/m.exec(said)?.[1];
        if (line) four.resolve(line.split(' · '));
      }).then(({ code, stderr }) => expect(code, stderr).toBe(0));
      return { four: four.promise, done };
    },
    async addAsk(from: string, what: string): Promise<void> {
      const { code, stderr } = await run('add-ask', ['--from', from, '--what', what]);
      expect([code, stderr]).toEqual([0, '']);
    },
    /** All records of a table, as they are printed. */
    async show(table: string): Promise<string> {
      const { code, stdout, stderr } = await run('show', [table]);
      expect([code, stderr]).toEqual([0, '']);
      return stdout;
    },
    leave: () => rmSync(folder, { recursive: true }),
  };
}
