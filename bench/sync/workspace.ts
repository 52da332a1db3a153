/**
 * A workspace with so many changes on a relay, a checkpoint of them, a tail that came since, and somebody
 * who was invited, asked and was let in, but has not come yet.
 */
import { carry, createCarried } from '../../vault/checkpoint/carried.ts';
import { publishCheckpoint } from '../../vault/checkpoint/publish.ts';
import { tablesToColumns } from '../../vault/fold/columns/snapshot.ts';
import { createFold } from '../../vault/fold/fold.ts';
import { ask } from '../../vault/joining/ask.ts';
import { admitAll, invite, leaveWelcome, lookIn } from '../../vault/joining/invitation.ts';
import { linkToFragment } from '../../vault/joining/link.ts';
import { beginWorkspace } from '../../vault/log/begin-workspace.ts';
import { createMemoryStream } from '../../vault/log/memory-stream.ts';
import type { Delivered, Replica } from '../../vault/log/types.ts';
import { createRelayChildren } from '../../vault/sync/relay-children.ts';
import { voucher } from '../servers/voucher.ts';
import { type Device, deviceOf, relayAt, startMember, streamAt } from './member.ts';
import type { Change, Changes } from './records.ts';

export const foldContext = {
  me: 'me',
  random: (length: number) => new Uint8Array(length),
  now: () => 0,
};

/** Whose device comes later, with keys that are the same in every run. */
export const newcomer = () => deviceOf('ruth');

/** Gives the text of the link that the newcomer comes with. */
export async function makeWorkspace(server: string, changes: Changes): Promise<string> {
  const amina = await deviceOf('amina');
  const { alone, fold, carried } = await beginAlone(amina, changes.first);
  const { state, device } = alone;
  const context = relayAt(server);
  const relay = streamAt(context, state, amina.keys);
  const offset = await relay.create(voucher);
  const replica = startMember(amina, { state, device, offset, relay, fold, carried });
  const { withAppendToken } = relay;
  const children = createRelayChildren(context, { id: state.stream, withAppendToken });
  const { random } = amina;
  const made = await invite(replica, { role: 'member', relay: server }, children, Date.now, random);
  const { invitation, link } = held(made);
  const ruth = await newcomer();
  const outside = createRelayChildren(context, null);
  held(await ask(link, ruth.keys.device, 'Ruth', outside, ruth.random));
  const approvals = held(await lookIn(invitation, state.workspace, children)).map((request) => ({
    invitation,
    request,
  }));
  await admitAll(replica, approvals, Date.now, random);
  const place = replica.offset;
  const blocks = async () => [...tablesToColumns(fold.state)];
  const checkpoint = held(await publishCheckpoint({ replica, carried, blocks, children, random }));
  const about = { checkpoint, offset: place, relay: server };
  for (const approval of approvals) {
    const refused = await leaveWelcome(replica, approval, about, children, random);
    if (refused) throw new Error(refused.type);
  }
  for (const change of changes.later) await write(replica, [change]);
  return linkToFragment(link);
}

/** What was written before a server was there stays on the device: its stream begins afterwards. */
async function beginAlone({ keys, random }: Device, changes: readonly Change[]) {
  const fold = createFold(foldContext);
  const carried = createCarried();
  const early: Delivered[] = [];
  let deliver = (delivered: Delivered) => void early.push(delivered);
  const alone = await beginWorkspace({
    keys,
    stream: createMemoryStream(random(16)),
    random,
    clock: Date.now,
    deliver: (delivered) => deliver(delivered),
  });
  deliver = (delivered) => {
    carry(carried, delivered, alone.state, alone.device);
    if (delivered.type === 'Content') fold.applyAccepted([delivered.accepted]);
  };
  for (const delivered of early) deliver(delivered);
  await write(alone, changes);
  return { alone, fold, carried };
}

async function write(replica: Replica, changes: readonly Change[]): Promise<void> {
  const ops = changes.map(({ id, field, value }) => ({
    table: 'contacts',
    record: id,
    field,
    value,
  }));
  replica.write('everyone', [{ seen: replica.state.n, ops }]);
  const sent = await replica.send();
  if (sent.type !== 'AllReadBack') throw new Error(`Not sent: ${JSON.stringify(sent)}`);
}

/** What a call gave, where it refused nothing. */
function held<T extends object>(given: T): Exclude<T, { readonly type: string }> {
  if ('type' in given) throw new Error(String(given.type));
  return given as Exclude<T, { readonly type: string }>;
}
