/** What is looked at now and again as long as a workspace is open, and what is changed then. */
import type { Change } from '@alongside/vault';
import type { KeptWorkspace } from '@alongside/vault/kept';

/** Milliseconds between two looks: a day begins while the workspace is open. */
const looks = 3_600_000;

/** Changes that are written at once. */
const mostAtOnce = 500;

/**
 * Looks at once, now and again, and after each change to the server, to who is here and to these tables. Works
 * until the function that it gives is called.
 */
export function lookWhileOpen(
  { tables, safety, together }: KeptWorkspace,
  look: () => void,
  of: readonly string[] = [],
): () => void {
  const timer = setInterval(look, looks);
  const stops = [
    safety.subscribe(look),
    together.subscribe(look),
    ...of.map((table) => tables.subscribe(table, look)),
  ];
  look();
  return () => {
    clearInterval(timer);
    for (const stop of stops) stop();
  };
}

/** Writes changes to records that are here, each for those who can read it. */
export function commitForReaders(
  { tables, commit }: KeptWorkspace,
  changes: readonly Change[],
): void {
  const readers = ({ table, record }: Change) =>
    JSON.stringify(tables.audienceOf(table, record) ?? null);
  for (const [audience, some] of Map.groupBy(changes, readers)) {
    if (audience === 'null') continue;
    for (let at = 0; at < some.length; at += mostAtOnce)
      commit(some.slice(at, at + mostAtOnce), JSON.parse(audience));
  }
}
