/**
 * A person names two or three trustees: a recovery device is listed in the chain with their names,
 * and the shares of its seed go to each in a capsule to their circle of one. Nobody, the person
 * included, keeps the seed; the lobby's secret stays, so that fresh welcomes can be left.
 */

import { type Publisher, type PublishRefusal, publishCheckpoint } from '../checkpoint/publish.ts';
import { onlyMeCircle } from '../circles/well-known.ts';
import { bytesToText, sameBytes } from '../envelope/bytes.ts';
import { createKeyring } from '../identity/keyring.ts';
import type { Clock, Keyring, RawKeys } from '../identity/types.ts';
import { createKitSeed, type KitSeed } from '../local/kit-keys.ts';
import type { ChildRefusal, Children } from '../log/children.ts';
import { createReplica } from '../log/replica.ts';
import type { Offset, Stream } from '../log/types.ts';
import type { WishRefused } from '../log/wishes.ts';
import type { State } from '../membership/state.ts';
import type { CircleId, MemberId, Op, RecordId } from '../types.ts';
import type { Entered, EnterRefusal } from './enter.ts';
import { enterByKit, kitDeviceKeys, kitLobbySecret, leaveKitWelcome } from './kit.ts';
import { bytesToShare, type Share, shareToBytes, splitSeed } from './shares.ts';

/** Where a trustee's device finds the shares that others gave into their keeping. */
export const SHARES_TABLE = 'trusted-shares';

export type TrusteesRefusal =
  | WishRefused
  | PublishRefusal
  | ChildRefusal
  /** Not two or three other people who are here. */
  | { readonly type: 'TrusteesWrong' }
  /** That person's circle of one is not there yet, or waits for its next key. */
  | { readonly type: 'TrusteeNotReady'; readonly member: MemberId };

export interface TrusteesNamed {
  readonly type: 'Named';
  /** The recovery device's number; drop it to take the trust back. */
  readonly device: number;
  readonly sign: Uint8Array;
  /** For leaving fresh welcomes, as for a kit. */
  readonly lobbySecret: Uint8Array<ArrayBuffer>;
}

export interface NamingAbout {
  readonly relay: string;
  readonly offset: () => Offset;
  readonly clock: Clock;
  /** Seals each for its circle and sends them; false where one was not read back. */
  readonly enclose: (capsules: readonly Capsule[]) => Promise<boolean>;
}

export interface Capsule {
  readonly to: CircleId;
  readonly ops: readonly Op[];
}

/** The shares go first: a device that is listed is one whose shares are there. */
export async function nameTrustees(
  { replica, random, ...publisher }: Publisher,
  trustees: readonly MemberId[],
  about: NamingAbout,
): Promise<TrusteesNamed | TrusteesRefusal> {
  const { state } = replica;
  const count = trustees.length;
  if ((count !== 2 && count !== 3) || trustees.includes(replica.member)) {
    return { type: 'TrusteesWrong' };
  }
  const unready = trustees.find((member) => !isReady(state, member));
  if (unready !== undefined) return { type: 'TrusteeNotReady', member: unready };
  const seed = createKitSeed(random);
  const { card } = await kitDeviceKeys(seed);
  const shares = await splitSeed(seed, count, random);
  const capsules = shares.map((share, i) => ({
    to: onlyMeCircle(state.workspace, trustees[i] as MemberId),
    ops: [shareToOp(share, random)],
  }));
  if (!(await about.enclose(capsules))) return { type: 'NotSent' };
  const outcome = await replica.change({ type: 'addDevice', card, trustees });
  if (outcome.type !== 'Done') return outcome;
  const lobbySecret = kitLobbySecret(seed);
  const device =
    state.membership.devices.find((one) => sameBytes(one.sign, card.sign))?.number ?? 0;
  const offset = about.offset();
  const checkpoint = await publishCheckpoint({ replica, random, ...publisher });
  if ('type' in checkpoint) return checkpoint;
  const left = await leaveKitWelcome(
    replica,
    lobbySecret,
    device,
    { checkpoint, offset, relay: about.relay },
    publisher.children,
    about.clock,
    random,
  );
  return left ?? { type: 'Named', device, sign: card.sign, lobbySecret };
}

/** The share in a record of `SHARES_TABLE`, with whose it is; null where it is none. */
export function shareIn(value: unknown): Share | null {
  return value instanceof Uint8Array ? bytesToShare(value) : null;
}

/**
 * What the recovery device held, on the new device of a person who came back: their circles' keys up
 * to the entry that ended it. With them `openCircle` opens what only they could read.
 */
export async function keysBehindShares(
  seed: KitSeed,
  children: Children,
  streamOf: (entered: Entered, keys: Keyring) => Stream,
  clock: Clock,
): Promise<RawKeys['circles'] | EnterRefusal> {
  const keys = createKeyring(await kitDeviceKeys(seed));
  const entered = await enterByKit(seed, keys, children, clock);
  if ('type' in entered) return entered;
  const { state, device, offset } = entered;
  const replica = createReplica({
    state,
    keys,
    stream: streamOf(entered, keys),
    device,
    offset,
    // It only reads.
    random: (length) => new Uint8Array(length),
    clock,
    deliver: () => {},
  });
  await replica.catchUp();
  return (await keys.reveal()).circles;
}

function isReady(state: State, member: MemberId): boolean {
  const circle = state.membership.circles.get(onlyMeCircle(state.workspace, member));
  return circle !== undefined && !circle.owed;
}

function shareToOp(share: Share, random: (length: number) => Uint8Array): Op {
  const record: RecordId = bytesToText(random(16));
  return { table: SHARES_TABLE, record, field: 'share', value: shareToBytes(share) };
}
