/** Changes of one commit may be of several audiences, since records keep theirs: each travels in a run. */
import type { Audience, Change } from '../types.ts';

/** The changes in order, in runs of one audience: nearly always one run. */
export function byAudience(
  changes: readonly Change[],
  audienceOf: (change: Change) => Audience,
): readonly (readonly [Audience, readonly Change[]])[] {
  const runs = new Map<string, [Audience, Change[]]>();
  for (const change of changes) {
    const audience = audienceOf(change);
    const key = audience === 'everyone' ? '' : audience.circle;
    const run = runs.get(key);
    if (run) run[1].push(change);
    else runs.set(key, [audience, [change]]);
  }
  return [...runs.values()];
}
