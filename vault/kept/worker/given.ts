/**
 * What this device was given when it came in, sealed at rest: which checkpoint, by whom, and who has found
 * it right since. Only people who were here before know whether it is; whoever came with it, or later,
 * knows no better than it does.
 */
import { confirmationOf } from '../../checkpoint/attest.ts';
import type { Carried } from '../../checkpoint/carried.ts';
import { sameBytes } from '../../envelope/bytes.ts';
import { bytesToPlain } from '../../envelope/cbor-read.ts';
import { plainToBytes } from '../../envelope/cbor-write.ts';
import { isBytes, isCount } from '../../envelope/frame.ts';
import type { Entered } from '../../joining/enter.ts';
import type { Resting } from '../../local/rest/keys-at-rest.ts';
import { openRecord, sealRecord } from '../../local/root.ts';
import type { Write } from '../../local/storage.ts';
import { idToPlain, plainToId, plainToList } from '../../membership/parts.ts';
import type { State } from '../../membership/state.ts';
import type { MemberId } from '../../types.ts';
import type { GivenState } from '../people-types.ts';

interface GivenRecord {
  readonly sha256: Uint8Array;
  /** The device that made it. */
  readonly by: number;
  /** Who was here before, and so can say whether it is right. */
  readonly others: readonly MemberId[];
  readonly attestedBy: readonly number[];
}

/** The whole workspace's: what a circle said is given apart. */
const WHOLE = { circle: null };

export interface Given {
  /** Null where nothing was given: this device began the workspace, or was let in by its own person. */
  now(state: State, me: MemberId): GivenState | null;
  /** Takes note of who has found it right by now, beyond what is remembered of checkpoints. */
  keepUp(): Promise<void>;
}

/** What is written down when a device comes in. */
export async function givenToRest(
  resting: Resting,
  { sha256, by, newcomers, state, member }: Entered,
): Promise<Write> {
  const { members } = state.membership;
  const others = [...members.values()]
    .filter(({ id, active }) => active && id !== member && !newcomers.includes(id))
    .map(({ id }) => id);
  return toRest(resting, { sha256, by, others, attestedBy: [] });
}

export async function openGiven(resting: Resting, carried: Carried): Promise<Given> {
  const { storage, keys, local } = resting;
  const sealed = await storage.get(keys.given);
  const bytes = sealed && (await openRecord(local.data, keys.given, sealed));
  let record = bytes ? bytesToRecord(bytes) : undefined;

  /** With what was heard of it, as long as that is remembered. */
  function upToNow({ sha256, attestedBy, ...rest }: GivenRecord): GivenRecord {
    const seen = carried.checkpoints.filter((one) => sameBytes(one.checkpoint.sha256, sha256));
    const heard = seen.flatMap((one) => one.attestedBy);
    return { ...rest, sha256, attestedBy: [...new Set([...attestedBy, ...heard])] };
  }

  return {
    now(state, me) {
      if (!record) return null;
      const { by, others, attestedBy } = upToNow(record);
      const maker = state.membership.devices[by]?.member;
      if (maker === undefined || maker === me) return null;
      const later = [...state.membership.members.keys()].filter((id) => !others.includes(id));
      const { have, need } = confirmationOf(state, { by, attestedBy, checkpoint: WHOLE }, later);
      return { by: maker, have, need };
    },
    async keepUp() {
      const next = record && upToNow(record);
      if (!next || next.attestedBy.length === record?.attestedBy.length) return;
      record = next;
      await storage.write([await toRest(resting, next)]);
    },
  };
}

async function toRest({ keys, local, random }: Resting, given: GivenRecord): Promise<Write> {
  const { sha256, by, others, attestedBy } = given;
  const plain = plainToBytes([sha256, by, others.map(idToPlain), [...attestedBy]]);
  return { put: keys.given, bytes: await sealRecord(local.data, keys.given, plain, random) };
}

function bytesToRecord(bytes: Uint8Array): GivenRecord | undefined {
  const [sha256, by, others, attestedBy] = plainToList(bytesToPlain(bytes), 4) ?? [];
  if (!isBytes(sha256, 32) || !isCount(by)) return undefined;
  if (!Array.isArray(others) || !Array.isArray(attestedBy)) return undefined;
  return {
    sha256,
    by,
    others: others.map(plainToId).filter((id) => id !== null),
    attestedBy: attestedBy.filter(isCount),
  };
}
