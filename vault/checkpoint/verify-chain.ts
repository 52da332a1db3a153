/**
 * The chain from genesis, by its frames and signatures alone: who is here is never taken from
 * anybody's summary. Every entry names the one before it, is signed by a device that was active
 * there, and is allowed to its author. Wraps are not in copies of the chain, so to whom a past
 * epoch's key went is not checked here: whoever read the entry with its wraps did that.
 */

import { concat } from '../envelope/bytes.ts';
import { signedBytes } from '../envelope/frame.ts';
import { verify } from '../identity/signing.ts';
import { turnover } from '../log/turnover.ts';
import { type ChainStep, replayChain } from '../membership/replay-chain.ts';
import type { ChainEntry, Membership } from '../membership/state.ts';

/** What a chain says. Circles are content's to say: there are none here. */
export interface ChainRead {
  readonly membership: Membership;
  readonly incarnation: Uint8Array;
  /** The stream of the last compaction, null where there was none. */
  readonly stream: Uint8Array | null;
  readonly epoch: number;
  readonly commit: Uint8Array;
  /** The last epoch that a steward began: whose tokens a relay has. */
  readonly tokenEpoch: number;
  readonly head: Uint8Array;
  /** The ids of all entries, in order. */
  readonly ids: readonly Uint8Array[];
  /** Who the last entry admitted, if it admitted anybody. */
  readonly justAdmitted: readonly string[];
}

export type ChainRefusal =
  /** The entry at that place, from 0, does not follow from those before it. */
  { readonly type: 'ChainBroken'; readonly at: number } | { readonly type: 'NeedsUpdate' };

export async function verifyChain(
  workspace: Uint8Array,
  chain: readonly ChainEntry[],
): Promise<ChainRead | ChainRefusal> {
  const steps: ChainStep[] = [];
  const signatures: Promise<boolean>[] = [];
  for (const step of replayChain(workspace, chain)) {
    const entry = chain[steps.length];
    if (step === null || entry === undefined) return { type: 'ChainBroken', at: steps.length };
    if (step.after.version > 1) return { type: 'NeedsUpdate' };
    const signed = signedBytes(concat(workspace, step.place.incarnation), entry.frame);
    signatures.push(verify(step.signer, entry.sig, signed));
    steps.push(step);
  }
  const wrong = (await Promise.all(signatures)).indexOf(false);
  const last = steps.at(-1);
  if (wrong !== -1 || last === undefined) return { type: 'ChainBroken', at: Math.max(wrong, 0) };
  return chainRead(workspace, steps, last);
}

function chainRead(workspace: Uint8Array, steps: readonly ChainStep[], last: ChainStep): ChainRead {
  const moved = steps.findLast(({ change }) => change.brings.stream !== null);
  const rotated = steps.findLast(({ change }) => change.brings.rotation !== null);
  const byStewards = steps.findLast(
    ({ change, place }) =>
      change.brings.rotation !== null && (place.by === null || place.by.member.role === 'steward'),
  );
  return {
    membership: last.after,
    incarnation: moved?.id ?? workspace,
    stream: moved?.change.brings.stream ?? null,
    epoch: last.epoch,
    commit: rotated?.change.brings.rotation?.commit ?? new Uint8Array(32),
    tokenEpoch: byStewards?.epoch ?? 0,
    head: last.id,
    ids: steps.map(({ id }) => id),
    justAdmitted:
      last.change.name === 'admit' ? turnover(last.before, last.after).began.members : [],
  };
}
