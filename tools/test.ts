/**
 * `npm test`: everything, in order of how soon it can fail, with a line for each part at the end.
 * `npm run check` leaves out the slow parts; `npm run test:nightly` plays the long forms of what a push
 * tries in short; `npm test -- asks` runs only the tests whose file
 * name has that word in it.
 */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Part {
  readonly name: string;
  /** Left out of `npm run check`. */
  readonly slow?: true;
  readonly run: () => Counts;
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Of those that failed: what passed when it was tried once more, so that one knows what to look for. */
  readonly unsteady?: readonly string[];
}

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'alongside-test-'));
const quick = process.argv.includes('--quick');
if (process.argv.includes('--nightly')) process.env.NIGHTLY = '1';
const word = process.argv.slice(2).find((argument) => !argument.startsWith('--'));

const parts: readonly Part[] = [
  { name: 'types', run: () => one(bin('typescript/bin/tsc'), ['-p', '.']) },
  { name: 'types of practice', run: () => one(bin('typescript/bin/tsc'), ['-p', 'practice']) },
  {
    name: 'lint and format',
    run: () => one(bin('@biomejs/biome/bin/biome'), ['check', '--error-on-warnings']),
  },
  {
    name: 'boundaries between rooms',
    run: () =>
      one(bin('dependency-cruiser/bin/dependency-cruiser.mjs'), [
        '--config',
        'tools/boundaries.cjs',
        ...rooms,
      ]),
  },
  { name: 'dead code', run: () => one(bin('knip/bin/knip.js'), []) },
  { name: 'words on screen', run: () => one('tools/words.ts', ['--check']) },
  { name: 'unit and property tests', run: vitest },
  { name: 'the application builds', slow: true, run: () => one('tools/build-web.ts', []) },
  { name: 'budget of the first page', slow: true, run: () => one('web/build/budget.ts', []) },
  { name: 'browser tests', slow: true, run: playwright },
];
const rooms = ['practice', 'vault', 'relay', 'press', 'web', 'cli', 'tests', 'bench'];

const results: { name: string; counts: Counts; seconds: number }[] = [];
const chosen = ({ name }: Part) => name.endsWith('tests') || name === 'the application builds';
for (const part of word ? parts.filter(chosen) : parts) {
  if (quick && part.slow) continue;
  console.log(`\n── ${part.name}`);
  const began = performance.now();
  const counts = part.run();
  results.push({ name: part.name, counts, seconds: (performance.now() - began) / 1000 });
}

console.log('\n');
for (const { name, counts, seconds } of results) {
  const mark = counts.failed > 0 ? 'failed' : 'passed';
  console.log(`${mark}  ${name}: ${sentence(counts)} (${seconds.toFixed(1)} s)`);
}
const total = results.reduce((sum, { counts }) => add(sum, counts), {
  passed: 0,
  failed: 0,
  skipped: 0,
});
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
const unsteady = results.flatMap(({ counts }) => counts.unsteady ?? []);
if (unsteady.length > 0) {
  console.log(`\nOf those that failed, passed at a second try:\n${unsteady.join('\n')}`);
}
rmSync(scratch, { recursive: true, force: true });
process.exit(total.failed > 0 ? 1 : 0);

function bin(path: string): string {
  return join('node_modules', path);
}

/** Runs a program of which the exit code is the whole result. */
function one(program: string, args: readonly string[]): Counts {
  const ended = run(program, args);
  return ended.status === 0
    ? { passed: 1, failed: 0, skipped: 0 }
    : { passed: 0, failed: 1, skipped: 0 };
}

function vitest(): Counts {
  const report = join(scratch, 'vitest.json');
  const ended = run(bin('vitest/vitest.mjs'), [
    'run',
    ...(word ? [word, '--passWithNoTests'] : []),
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
  ]);
  return counted(ended, report, (json) => ({
    passed: Number(json.numPassedTests),
    failed:
      Number(json.numFailedTests) +
      Number(json.numFailedTestSuites && ended.status && !json.numFailedTests ? 1 : 0),
    skipped: Number(json.numPendingTests) + Number(json.numTodoTests),
  }));
}

function playwright(): Counts {
  ensureChromium();
  const report = join(scratch, 'playwright.json');
  const args = [
    'test',
    ...(word ? [word, '--pass-with-no-tests'] : []),
    '--retries=1',
    '--reporter=list,json',
  ];
  const ended = run(bin('@playwright/test/cli.js'), args, { PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  return counted(ended, report, (json) => {
    const stats = json.stats as Record<string, number>;
    return {
      passed: stats.expected ?? 0,
      failed: (stats.unexpected ?? 0) + (stats.flaky ?? 0),
      skipped: stats.skipped ?? 0,
      unsteady: unsteadyIn(json as unknown as Suite),
    };
  });
}

/** What is read of Playwright's report: files, and blocks of tests in them. */
interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly file: string;
    readonly title: string;
    readonly tests: readonly { readonly status: string }[];
  }[];
}

function unsteadyIn({ suites = [], specs = [] }: Suite): readonly string[] {
  const here = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [
    ...here.map(({ file, title }) => `${file}: ${title}`),
    ...suites.flatMap((suite) => unsteadyIn(suite)),
  ];
}

/** Reads a runner's own counts; a runner that ended badly without a failed test counts as one. */
function counted(
  ended: SpawnSyncReturns<Buffer>,
  report: string,
  read: (json: Record<string, unknown>) => Counts,
): Counts {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const counts = read(JSON.parse(readFileSync(report, 'utf8')) as Record<string, unknown>);
  return ended.status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function run(program: string, args: readonly string[], more: Record<string, string> = {}) {
  return spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...more,
      PATH: `${join(process.execPath, '..')}:${process.env.PATH}`,
    },
  });
}

/**
 * Debian's Chromium, whole and without windows, and letters for every script, installed where they are missing
 * and we may install. Without its letters a word of Thai is a row of boxes that no page can break.
 */
function ensureChromium(): void {
  const needed = [
    ['chromium', '/usr/bin/chromium'],
    ['chromium-headless-shell', '/usr/bin/chromium-headless-shell'],
    ['fonts-noto-core', '/usr/share/fonts/truetype/noto/NotoSansThai-Regular.ttf'],
  ] as const;
  const missing = needed.filter(([, file]) => !existsSync(file)).map(([name]) => name);
  if (missing.length === 0) return;
  console.log(`Installing ${missing.join(', ')} for the browser tests.`);
  // Each by itself: what cannot be had holds up nothing else.
  for (const args of [['update'], ...missing.map((name) => ['install', '--yes', name])]) {
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  }
}

function add(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

function sentence({ passed, failed, skipped }: Counts): string {
  return `${passed} passed${failed ? `, ${failed} failed` : ''}${skipped ? `, ${skipped} skipped` : ''}`;
}
