/** What is looked at now and again as long as a workspace is open, and what is changed then. */
import type { Audience, Change } from '@alongside/vault';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { canWrite } from './can-write.ts';

/** Milliseconds between two looks: a day begins while the workspace is open. */
const looks = 3_600_000;

/** Changes that are written at once. */
const mostAtOnce = 500;

/**
 * Looks at once, now and again, and after each change to the server, to who is here and to these tables; not
 * again while a look is writing. Works until the function that it gives is called.
 */
export function lookWhileOpen(
  { tables, safety, together }: KeptWorkspace,
  look: () => void,
  of: readonly string[] = [],
): () => void {
  let isLooking = false;
  const lookOnce = () => {
    if (isLooking) return;
    isLooking = true;
    try {
      look();
    } finally {
      isLooking = false;
    }
  };
  const timer = setInterval(lookOnce, looks);
  const stops = [
    safety.subscribe(lookOnce),
    together.subscribe(lookOnce),
    ...of.map((table) => tables.subscribe(table, lookOnce)),
  ];
  lookOnce();
  return () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  };
}

/**
 * Writes changes to records that are here, each for those who can read it; leaves out what could never be sent
 * from here.
 */
export function commitForReaders(
  { tables, together, commit }: KeptWorkspace,
  changes: readonly Change[],
): void {
  const readers = ({ table, record }: Change) =>
    JSON.stringify(tables.audienceOf(table, record) ?? null);
  for (const [audience, some] of Map.groupBy(changes, readers)) {
    const to: Audience | null = JSON.parse(audience);
    if (to === null || !canWrite(together.get(), to)) continue;
    for (let at = 0; at < some.length; at += mostAtOnce)
      commit(some.slice(at, at + mostAtOnce), to);
  }
}
