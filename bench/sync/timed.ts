/** What coming takes: by the clock, and of the processor, which is steadier where others work too. */
export interface Timed {
  /** Milliseconds. */
  readonly ms: { readonly join: number; readonly 'of the processor': number };
  readonly check: string;
}

/** `join` gives the answer by which contenders are compared. */
export async function timed(join: () => Promise<string>): Promise<Timed> {
  const before = process.cpuUsage();
  const begin = performance.now();
  const check = await join();
  const took = performance.now() - begin;
  const { user, system } = process.cpuUsage(before);
  return { ms: { join: took, 'of the processor': (user + system) / 1000 }, check };
}

/** Node loads what `fetch` is made of when it is first called; a page has it already. */
export async function loadFetch(address: string): Promise<void> {
  await (await fetch(`${address}/health`)).text();
}
