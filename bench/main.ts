/**
 * `npm run bench -- cold-open|edit|merge|relay|sync [--in node,chromium] [--sizes 10000,…] [--rounds 5]
 * [--only "Alongside;Yjs, flat"]`: all contenders in the same run, each in a process of its own, in
 * turn, so that a noisy minute falls on all alike. Prints tables, and writes results/SUBJECT.json.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { disagreement, type Result, tableOf } from './report.ts';
import { chromiumStage } from './stage/chromium.ts';
import { inNode, type Measurement, NotFinished } from './stage/node.ts';
import type { Subject } from './subject.ts';
import { subjects } from './subjects.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    in: { type: 'string', default: 'node,chromium' },
    sizes: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
});
const chosen = subjects.filter(({ name }) => positionals.includes(name));
if (chosen.length === 0) {
  console.error(`Choose what to measure: ${subjects.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'alongside-bench-'));
const asked = options.in.split(',');
const stagesOf = ({ stages = asked }: Subject) => asked.filter((stage) => stages.includes(stage));
const isInChromium = chosen.some((subject) => stagesOf(subject).includes('chromium'));
const chromium = isInChromium ? await chromiumStage(folder) : undefined;
try {
  for (const subject of chosen) await run(subject);
} finally {
  await chromium?.close();
  rmSync(folder, { recursive: true, force: true });
}

async function run(subject: Subject): Promise<void> {
  const sizes = options.sizes?.split(',').map(Number) ?? subject.sizes;
  const results: Result[] = [];
  for (const size of sizes) {
    const contenders = Object.keys(subject.contenders).filter(
      (name) => !options.only || options.only.split(';').includes(name),
    );
    const files = new Map<string, string>();
    for (const [at, contender] of contenders.entries()) {
      const file = join(folder, `${subject.name}-${size}-${at}.bin`);
      await inNode('prepare', subject.name, contender, size, file);
      files.set(contender, file);
    }
    for (const stage of stagesOf(subject)) {
      const measured = await inTurn(subject, stage, size, files);
      results.push(...measured);
      const load = (loadavg()[0] ?? 0).toFixed(1);
      console.log(
        `\n${tableOf(measured)}\n  load of the machine: ${load} on ${cpus().length} cores`,
      );
      const differ = disagreement(measured);
      if (differ) throw new Error(`Contenders gave different answers: ${differ}`);
    }
    for (const file of files.values()) rmSync(file);
  }
  save(subject.name, results);
}

/** Writes the results, beside those of sizes and places that were not measured this time. */
function save(subject: string, results: readonly Result[]): void {
  const place = fileURLToPath(new URL('./results/', import.meta.url));
  const file = join(place, `${subject}.json`);
  mkdirSync(place, { recursive: true });
  const before = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { results: Result[] }).results
    : [];
  const kept = before.filter(
    (old) => !results.some(({ stage, size }) => stage === old.stage && size === old.size),
  );
  const about = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
  const all = [...kept, ...results];
  writeFileSync(file, `${JSON.stringify({ about, results: all }, null, 1)}\n`);
}

/** Says who did not finish; the others go on without it. */
function ifNotFinished(error: unknown): undefined {
  if (!(error instanceof NotFinished)) throw error;
  console.log(error.message);
}

/** A B C A B C …; who needs more than ten seconds a run has one round, who does not finish no more. */
async function inTurn(
  subject: Subject,
  stage: string,
  size: number,
  files: ReadonlyMap<string, string>,
): Promise<Result[]> {
  const runs = new Map<string, Measurement[]>();
  const slow = new Set<string>();
  for (let round = 0; round < Number(options.rounds); round += 1) {
    for (const [contender, file] of files) {
      if (slow.has(contender)) continue;
      const measured =
        stage === 'chromium'
          ? await chromium?.measure(subject.name, contender, size, file)
          : await inNode('measure', subject.name, contender, size, file).catch(ifNotFinished);
      if (!measured) {
        slow.add(contender);
        continue;
      }
      runs.set(contender, [...(runs.get(contender) ?? []), measured]);
      if ((measured.ms[subject.headline] ?? 0) > 10_000) slow.add(contender);
    }
  }
  return [...runs].map(([contender, all]) => ({
    subject: subject.name,
    stage,
    size,
    contender,
    bytes: statSync(files.get(contender) ?? '').size,
    runs: all,
  }));
}
