/** A person as they were when they had read so much of a log, reading on from another stream. */

import { bytesToText } from '../../vault/envelope/bytes.ts';
import { createKeyring } from '../../vault/identity/keyring.ts';
import { createReplica } from '../../vault/log/replica.ts';
import type { Delivered, Stream } from '../../vault/log/types.ts';
import { bytesToState, stateHash } from '../../vault/membership/state-bytes.ts';
import { type Player, START, seededRandom } from '../../vault/testing/cast.ts';

export async function replicaAt(
  person: Player,
  state: Uint8Array,
  stream: Stream,
): Promise<Player> {
  const was = bytesToState(state);
  if (was === null) throw new Error('Must hold: a state');
  const keys = createKeyring(person.keys.device);
  for (const [epoch, raw] of person.rawEpochs.entries()) {
    if (raw !== undefined) await keys.keepEpoch(epoch, raw);
  }
  for (const { circle, generation, raw } of (await person.keys.reveal()).circles) {
    await keys.keepCircle(circle, generation, raw);
  }
  const delivered: Delivered[] = [];
  const random = seededRandom(`${person.name} at ${was.n}`);
  const replica = createReplica({
    state: was,
    keys,
    stream,
    device: person.replica.device,
    // In these logs every message counts.
    offset: String(was.n),
    random,
    clock: () => START,
    deliver: (one) => void delivered.push(one),
  });
  const hash = () => bytesToText(stateHash(was));
  const { name, rawEpochs } = person;
  return { name, replica, keys, random, rawEpochs, delivered, hash };
}
