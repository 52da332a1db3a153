/**
 * What the relay counts of itself, as Prometheus reads it: how often and how much, never who, which
 * stream or when.
 */
const described = {
  appends_total: 'Appends that were acknowledged.',
  appended_bytes_total: 'Bytes in them.',
  reads_total: 'Answers with what a stream holds.',
  creations_total: 'Streams made.',
  swaps_total: 'Tokens swapped.',
  refused_total: 'Requests that were refused.',
  limited_total: 'Of them, for a quota or a rate.',
  failed_total: 'Requests that failed on this server.',
  slow_readers_cut_total: 'Live readers that were cut because they did not read.',
  live_readers: 'Live readers now.',
} as const;

export type Counted = keyof typeof described;

export interface Counts {
  add(what: Counted, by?: number): void;
  /** Looks at the status of an answer. */
  answered(status: number): void;
  /** The text that Prometheus reads. */
  text(): string;
}

export function createCounts(): Counts {
  const counts = new Map<Counted, number>();
  const add = (what: Counted, by = 1) => void counts.set(what, (counts.get(what) ?? 0) + by);
  return {
    add,
    answered(status) {
      if (status >= 500) add('failed_total');
      else if (status >= 400) add('refused_total');
      if (status === 429) add('limited_total');
    },
    text: () =>
      Object.entries(described)
        .map(([name, help]) => {
          const kind = name.endsWith('_total') ? 'counter' : 'gauge';
          const full = `alongside_relay_${name}`;
          return `# HELP ${full} ${help}\n# TYPE ${full} ${kind}\n${full} ${counts.get(name as Counted) ?? 0}\n`;
        })
        .join(''),
  };
}
