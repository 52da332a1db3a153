/**
 * What a steward does by a compaction: erasing for good what was deleted, in the stream that there is;
 * and taking the workspace to another server, in a stream of its own there. Everybody follows by the
 * entry in the chain.
 */
import { type CompactRefusal, compactTo } from '../../../checkpoint/compact.ts';
import { publishCheckpoint } from '../../../checkpoint/publish.ts';
import { textToBytes } from '../../../envelope/bytes.ts';
import type { Block } from '../../../fold/columns/snapshot.ts';
import type { Replica } from '../../../log/types.ts';
import { isSteward } from '../../../membership/questions/stewards.ts';
import { createRelayChildren } from '../../../sync/relay-children.ts';
import { relayKeys } from '../../../sync/relay-keys.ts';
import { createRelayStream } from '../../../sync/relay-stream.ts';
import { serverAddress } from '../../../sync/server-address.ts';
import type { TogetherRefusal } from '../../people-types.ts';
import { makeOrFind } from '../begin-on-server.ts';
import type { PeopleParts } from './parts.ts';
import { notPublished } from './refusals.ts';

export interface Moving {
  /** New keys in the stream that there is; what came before is deleted once all have followed. */
  eraseForGood(): Promise<TogetherRefusal | null>;
  /** Another server, by its voucher. */
  moveTo(server: string, voucher: string): Promise<TogetherRefusal | null>;
}

type Reaching = <T>(work: (replica: Replica) => Promise<T>) => Promise<T | TogetherRefusal>;

export function createMoving(parts: PeopleParts, reaching: Reaching): Moving {
  const { context, publisher, children, server } = parts;
  const { state } = publisher.replica;
  /** As they will be: without what deleted records said. */
  const blocks = (): Promise<readonly Block[]> => parts.erasedBlocks();

  return {
    eraseForGood: () =>
      reaching<TogetherRefusal | null>(async (replica) => {
        const to = { stream: state.stream, relay: '' };
        const moved = await compactTo({ ...publisher, blocks }, to);
        if (moved.type !== 'Moved') return whyNot(moved);
        await foldCircles(replica);
        return null;
      }),
    async moveTo(typed, voucherText) {
      const address = serverAddress(typed);
      const voucher = textToBytes(voucherText);
      if (address === null) return { type: 'NotAServer' };
      if (voucher?.length !== 32) return { type: 'VoucherUsedUp' };
      if (address === server) return { type: 'SameServer' };
      return reaching<TogetherRefusal | null>(async (replica) => {
        if (!isSteward(state, replica.device)) return { type: 'NotASteward' };
        if (state.membership.policy.keepEverything) return { type: 'KeepEverythingHolds' };
        const at = { ...context.network, server: address };
        const stream = context.resting.random(16);
        const relay = createRelayStream(at, stream, relayKeys(state, replica.keys));
        const begin = await makeOrFind(relay, voucher, undefined);
        if (typeof begin !== 'string') {
          return begin.type === 'ServerAway' ? { type: 'OtherServerAway' } : begin;
        }
        const there = createRelayChildren(at, {
          id: stream,
          withAppendToken: (use) => relay.withAppendToken(use),
        });
        for (const { id, open } of state.membership.invites.values()) {
          // Whoever still comes by them would look on the server that is left.
          if (open) await replica.change({ type: 'revoke', id });
        }
        const to = { stream, relay: address };
        const moved = await compactTo({ ...publisher, blocks, children: there }, to);
        return moved.type === 'Moved' ? null : whyNot(moved);
      });
    },
  };

  /** Others carry what circles wrote, sealed: they get it anew in one piece, without what was deleted. */
  async function foldCircles({ state: now, device }: Replica): Promise<void> {
    for (const { id, holders, members } of now.membership.circles.values()) {
      const isOurs = holders.includes(device) && publisher.carried.open.has(id);
      if (isOurs && members.length > 0) {
        await publishCheckpoint({ ...publisher, blocks, children }, id);
      }
    }
  }
}

function whyNot(refused: CompactRefusal): TogetherRefusal {
  if (refused.type === 'KeepEverything') return { type: 'KeepEverythingHolds' };
  return notPublished(refused);
}
