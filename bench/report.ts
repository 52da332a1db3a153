/** Medians, spreads and ratios of what was measured, as a table for people and as JSON. */
import type { Measurement } from './stage/node.ts';

export interface Result {
  readonly subject: string;
  readonly stage: string;
  readonly size: number;
  readonly contender: string;
  readonly bytes: number;
  readonly runs: readonly Measurement[];
}

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function spread(numbers: readonly number[]): Spread {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  const median = sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
  return { median, least: sorted[0] ?? Number.NaN, most: sorted.at(-1) ?? Number.NaN };
}

/** One line a contender: each figure's median with its least and most, bytes, memory, facts. */
export function tableOf(results: readonly Result[]): string {
  const [first] = results;
  if (!first) return '';
  const lines = results.map(({ contender, bytes, runs }) => {
    const figures = Object.keys(runs[0]?.ms ?? {}).map((key) => {
      const { median, least, most } = spread(runs.flatMap(({ ms }) => ms[key] ?? []));
      return `${key} ${short(median)} (${short(least)}–${short(most)})`;
    });
    const memory = runs[0]?.memory;
    const facts = Object.entries(runs[0]?.facts ?? {})
      .filter(([key]) => key !== 'check')
      .map(([key, value]) => `${key} ${typeof value === 'number' ? short(value) : value}`);
    return [
      contender.padEnd(24),
      ...figures.map((figure) => figure.padEnd(34)),
      bytes > 0 ? `${(bytes / 2 ** 20).toFixed(2)} MiB` : '',
      memory === undefined ? '' : `+${memory} MiB memory`,
      first.stage === 'node'
        ? `processor ${short(spread(runs.map(({ cpu }) => cpu ?? 0)).median)}`
        : '',
      ...facts,
    ].join('  ');
  });
  const title = `${first.subject}, ${first.size.toLocaleString('en-US')}, ${first.stage}, ${first.runs.length} runs`;
  return `${title}\n${lines.map((line) => `  ${line.trimEnd()}`).join('\n')}`;
}

/** Facts that must be alike for all contenders, and are not. */
export function disagreement(results: readonly Result[]): string | undefined {
  const checks = new Set(results.flatMap(({ runs }) => runs.map(({ facts }) => facts?.check)));
  return checks.size > 1 ? [...checks].join(' | ') : undefined;
}

function short(number: number): string {
  return number >= 100 ? number.toFixed(0) : number.toPrecision(3);
}
