/** When a snapshot of an open workspace is taken, and what of the log is kept behind it. */
import type { Carried } from '../../checkpoint/carried.ts';
import { snapshotPlace, writeSnapshot } from '../../local/rest/snapshot.ts';
import type { Write, WriteRefusal } from '../../local/storage.ts';
import type { Replica } from '../../log/types.ts';
import type { SessionContext } from './session-types.ts';

/** A snapshot is taken when this many messages follow the one before. */
const TAIL = 200;
/** Messages kept for a server that loses them, beyond those since the last snapshot. */
const FOR_HEALING = 4_000;

export interface Snapshots {
  /** The chain or the tables moved in a way that the log alone does not give back quickly. */
  moved(): void;
  take(also?: readonly Write[]): Promise<WriteRefusal | undefined>;
  takeIfDue(): Promise<WriteRefusal | undefined>;
}

export function createSnapshots(
  { resting, keyring, blocks }: SessionContext,
  replica: Replica,
  carried: Carried,
  /** From which message of the log on a server should have what is here. */
  since: () => number,
): Snapshots {
  let isDue = false;

  async function take(also: readonly Write[] = []): Promise<WriteRefusal | undefined> {
    const whole = { state: replica.state, blocks: await blocks(), carried };
    const offset = Number(replica.offset);
    const before = await snapshotPlace(resting);
    const keepFrom = Math.max(since(), offset - FOR_HEALING);
    const { owed } = keyring;
    const writes = [...owed, ...also];
    const refusal = await writeSnapshot(resting, { ...whole, offset }, before, writes, keepFrom);
    if (refusal) return refusal;
    keyring.paid(owed);
    isDue = false;
    return undefined;
  }

  return {
    moved() {
      isDue = true;
    },
    take,
    async takeIfDue() {
      const before = await snapshotPlace(resting);
      return isDue || Number(replica.offset) - before.offset >= TAIL ? take() : undefined;
    },
  };
}
