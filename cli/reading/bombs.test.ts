import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bomb, docxBombs, pdfShapeBombs, pdfStreamBombs } from './bombs.ts';

const folder = await mkdtemp(join(tmpdir(), 'bombs-'));
afterAll(() => rm(folder, { recursive: true }));

/** Says at the end of the command what it took: kilobytes at its peak, microseconds of work. */
const measure = `
import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write(\`peak \${process.resourceUsage().maxRSS} work \${user + system}\\n\`);
});`;

/** Reads files as a person would, from the command line. */
async function read(...names: string[]) {
  const child = spawn(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(measure)}`,
      join(import.meta.dirname, '..', 'main.ts'),
      'story',
      'read',
      ...names.map((name) => join(folder, name)),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  const [, peak, work] = /peak (\d+) work (\d+)\n$/.exec(said) ?? [];
  return { code, said, megabytes: Number(peak) / 1024, seconds: Number(work) / 1e6 };
}

describe('the command line and documents that would take the whole machine', () => {
  let small: Awaited<ReturnType<typeof read>>;
  beforeAll(async () => {
    await writeFile(join(folder, 'small.txt'), 'Takeaways\n\n1. Open the door.\n');
    small = await read('small.txt');
  }, 120_000);

  for (const [kind, make] of [
    ['Word documents', docxBombs],
    ['PDFs whose streams unpack', pdfStreamBombs],
    ['PDFs whose shape is the trick', pdfShapeBombs],
  ] as const) {
    it(`${kind} take under 500 MB and five seconds of work each, and end with a sentence`, {
      timeout: 400_000,
    }, async () => {
      const bombs: readonly Bomb[] = make();
      for (const { name, bytes } of bombs) await writeFile(join(folder, name), bytes);
      for (const { what, name } of bombs) {
        const { code, said, megabytes, seconds } = await read(name);
        expect(megabytes, what).toBeLessThan(500);
        expect(seconds - small.seconds, what).toBeLessThan(5);
        expect([0, 1], `${what}: ${said}`).toContain(code);
        if (code === 1) expect(said, what).toMatch(new RegExp(`^${name}: [A-Z].*\\.\\npeak `));
      }
    });
  }
});
