/**
 * The last step of coming back by a link: with a welcome there, and the shares that two trustees handed
 * over, the new device also opens what only its person could read.
 */
import { openCircle } from '../../checkpoint/open-circle.ts';
import { onlyMeCircle } from '../../circles/well-known.ts';
import { joinBlocks } from '../../fold/columns/select.ts';
import type { RawKeys } from '../../identity/types.ts';
import { enterAgain, returnsIn } from '../../joining/come-back.ts';
import type { Entered, EnterRefusal } from '../../joining/enter.ts';
import type { InvitationLink } from '../../joining/link.ts';
import { joinShares, type Share } from '../../joining/shares.ts';
import { keysBehindShares } from '../../joining/trustees.ts';
import type { KitSeed } from '../../local/kit-keys.ts';
import { type ChildRefusal, isRefused } from '../../log/children.ts';
import { relayKeys } from '../../sync/relay-keys.ts';
import { createRelayStream } from '../../sync/relay-stream.ts';
import type { Joining } from './answer-joining.ts';
import type { WorkerContext } from './serve.ts';

type Coming = Pick<Joining, 'keyring' | 'children' | 'server' | 'lobby'>;

export async function goBackIn(
  link: InvitationLink,
  { keyring, children, server, lobby }: Coming,
  { network, clock }: Pick<WorkerContext, 'network' | 'clock'>,
): Promise<Entered | EnterRefusal | ChildRefusal | { readonly type: 'Waiting' }> {
  const messages = await lobby.look();
  if (isRefused(messages)) return messages;
  const found = await returnsIn(messages, keyring.device);
  if (found.welcomes.length === 0) return { type: 'Waiting' };
  const entered = await enterAgain(link, found.welcomes, keyring, children);
  if ('type' in entered) return entered;
  const seed = await seedOf(found.shares);
  if (!seed) return entered;
  const behind = await keysBehindShares(seed, children, streamOf, clock);
  return 'type' in behind ? entered : withOwn(entered, behind);

  function streamOf({ state }: Entered, keys: Parameters<typeof relayKeys>[1]) {
    const at = { ...network, server };
    const relay = createRelayStream(at, state.stream, relayKeys(state, keys));
    // It only reads.
    const append = () => Promise.reject(new Error('Must hold: a recovery device that was ended'));
    return { id: state.stream, read: relay.read, append };
  }

  /** What only this person could read, opened with the keys that their recovery device was given. */
  async function withOwn(entered: Entered, behind: RawKeys['circles']): Promise<Entered> {
    for (const { circle, generation, raw } of behind) {
      await keyring.keepCircle(circle, generation, raw);
    }
    const { state, carried, member } = entered;
    const own = await openCircle(onlyMeCircle(state.workspace, member), state, keyring, carried);
    const blocks = own && joinBlocks([entered.blocks, ...(own.blocks ? [own.blocks] : [])]);
    if (!own || !blocks) return entered;
    const contents = [...entered.contents, ...own.contents].sort(
      (a, b) => a.accepted.position - b.accepted.position,
    );
    return { ...entered, blocks, contents };
  }
}

/** From the first two that belong together; others who know the link can leave what they like. */
async function seedOf(shares: readonly Share[]): Promise<KitSeed | null> {
  for (const [i, one] of shares.entries()) {
    for (const other of shares.slice(i + 1)) {
      const seed = await joinShares(one, other);
      if (!('type' in seed)) return seed;
    }
  }
  return null;
}
