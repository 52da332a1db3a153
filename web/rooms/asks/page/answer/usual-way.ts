/** Which way of deciding is offered first: the one that has begun, else the one of the ask's size. */
import type { AskSize } from '@alongside/practice';

export type Way = 'together' | 'second' | 'consent';

/** As long as a proposal stands, nobody answers over it with one press. Who is alone decides at once. */
export function usualWay(
  size: AskSize,
  proposals: readonly { readonly proposal: { readonly way: Way | null } }[],
): Way {
  const begun = proposals.at(-1)?.proposal.way;
  return begun ?? (size === 'simple' ? 'second' : 'together');
}
