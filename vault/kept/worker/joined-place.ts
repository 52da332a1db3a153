/**
 * A place that begins with a welcome: the state as the approver had it, where to read on at the server,
 * and the keys, which the keyring has taken already. It is whole with the lock, which `also` brings.
 */

import type { Carried } from '../../checkpoint/carried.ts';
import type { Block } from '../../fold/columns/snapshot.ts';
import type { Resting } from '../../local/rest/keys-at-rest.ts';
import { placeKeys } from '../../local/rest/place.ts';
import { serverToRest } from '../../local/rest/server-record.ts';
import { writeSnapshot } from '../../local/rest/snapshot.ts';
import type { Write, WriteRefusal } from '../../local/storage.ts';
import type { Welcome } from '../../log/welcome.ts';
import { reachedToRest } from '../../sync/mirrored-stream.ts';
import { goneTo } from './moves/follow-move.ts';

export interface JoinedPlace {
  readonly welcome: Pick<Welcome, 'state' | 'offset'>;
  /** As `serverAddress` gives it. */
  readonly server: string;
  /** What a checkpoint brought. */
  readonly blocks?: readonly Block[];
  readonly carried: Carried;
  readonly also: readonly Write[];
}

export async function joinedPlace(
  resting: Resting,
  { welcome, server, blocks = [], carried, also }: JoinedPlace,
): Promise<WriteRefusal | undefined> {
  const { state, offset } = welcome;
  return writeSnapshot(resting, { state, offset: 0, blocks, carried }, { number: 0, offset: 0 }, [
    { put: placeKeys(resting.keys.place).end, bytes: new TextEncoder().encode('0') },
    ...(await serverToRest(resting, { server, since: null, of: goneTo(state) })),
    await reachedToRest(resting, offset),
    ...also,
  ]);
}
