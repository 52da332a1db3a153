/**
 * Begins a workspace: the first entry, then the two audiences it starts with, the core team and the
 * founder's circle of one. The stream must be empty.
 */

import { coreTeamCircle, onlyMeCircle } from '../circles/well-known.ts';
import { assert, bytesToText } from '../envelope/bytes.ts';
import type { Clock, Keyring, Random } from '../identity/types.ts';
import { beginState } from '../membership/begin.ts';
import { workspaceId } from '../membership/changes/genesis.ts';
import { makeChange } from '../membership/make-change.ts';
import { createHybridClock } from './hlc.ts';
import { makeEntry, previousOf } from './make-entry.ts';
import { createReader } from './reader.ts';
import { createReplica } from './replica.ts';
import type { Delivered, Replica, Stream } from './types.ts';

export async function beginWorkspace(at: {
  readonly keys: Keyring;
  readonly stream: Stream;
  readonly random: Random;
  readonly clock: Clock;
  readonly deliver: (delivered: Delivered) => void;
}): Promise<Replica> {
  const { keys, stream, random, clock, deliver } = at;
  const nonce = random(32);
  const member = bytesToText(random(16));
  const key = random(32);
  const secret = await keys.keepEpoch(0, key);
  const workspace = workspaceId(nonce, keys.device.card.sign);
  const state = beginState({ workspace, stream: stream.id, commit: secret.commit });
  const made = await makeChange(state, null, keys, random, { type: 'genesis', nonce, member, key });
  assert(typeof made !== 'string', 'a workspace can always begin');
  const hybrid = createHybridClock(clock);
  const author = { device: keys.device, number: 0, secret, random };
  const entry = await makeEntry(state, author, {
    body: { kind: 'chain', change: made.change },
    wraps: made.wraps,
    previous: previousOf(state, 0),
    hlc: hybrid.next(),
  });
  await stream.append([entry.wire]);
  const settle = () => [];
  const reader = createReader({ state, keys, stream, device: 0, hybrid, deliver, settle }, '');
  await reader.catchUp();
  assert(state.head !== null, 'the first entry of an empty stream is accepted');
  const { offset } = reader;
  const replica = createReplica({ state, keys, stream, device: 0, offset, random, clock, deliver });
  await replica.formCircle(coreTeamCircle(workspace), [member]);
  await replica.formCircle(onlyMeCircle(workspace, member), [member]);
  return replica;
}
