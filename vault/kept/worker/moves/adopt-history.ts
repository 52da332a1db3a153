/**
 * There are two histories, and a steward chose one: their compaction stands on the server, with a
 * checkpoint of the history that goes on. This device takes that in place of its own, verified from
 * genesis, and holds what its person wrote in the other one to be sent again. Nothing is taken that a
 * device of a steward, here and there, did not sign.
 */
import { beginHere } from '../../../checkpoint/begin-here.ts';
import { readChunks } from '../../../checkpoint/chunks.ts';
import { readCheckpoint } from '../../../checkpoint/read.ts';
import { bytesToRef } from '../../../checkpoint/reference.ts';
import { bytesToText, sameBytes } from '../../../envelope/bytes.ts';
import { kidFor, readHeader } from '../../../envelope/seal.ts';
import { columnsToTables, tablesToColumns } from '../../../fold/columns/snapshot.ts';
import { createFold } from '../../../fold/fold.ts';
import type { Holding } from '../../../local/rest/held-writes.ts';
import { type ServerRecord, serverToRest } from '../../../local/rest/server-record.ts';
import { snapshotPlace, writeSnapshot } from '../../../local/rest/snapshot.ts';
import { bytesToCount, readStored } from '../../../local/rest/stored-stream.ts';
import { learnKeys } from '../../../log/learn.ts';
import { open } from '../../../log/open.ts';
import { openKeysFor } from '../../../log/reader.ts';
import { step } from '../../../log/step.ts';
import type { Entry, OpenKeys, Replica, Wire } from '../../../log/types.ts';
import { unseal } from '../../../log/unseal.ts';
import { placeBytes } from '../../../membership/begin.ts';
import { isSteward } from '../../../membership/questions/stewards.ts';
import type { State } from '../../../membership/state.ts';
import { reachedToRest } from '../../../sync/mirrored-stream.ts';
import { createRelayChildren } from '../../../sync/relay-children.ts';
import { RelayTrouble } from '../../../sync/relay-client.ts';
import type { TogetherRefusal } from '../../people-types.ts';
import type { Served } from '../served.ts';
import type { SessionContext } from '../session-types.ts';
import { goneTo } from './follow-move.ts';

/** Messages of the server's stream that are looked through. */
const MOST = 1_000_000;

export interface Adopting {
  readonly context: SessionContext;
  readonly replica: Replica;
  readonly served: Served;
}

/** Null where the device now rests on the chosen history: it must be opened anew. Rejects where the server is away. */
export async function adoptHistory(parts: Adopting): Promise<TogetherRefusal | null> {
  const chosen = await findChosen(parts);
  if (!chosen) return { type: 'NoHistoryChosen' };
  const { context, replica, served } = parts;
  const { resting, clock } = context;
  const { storage, keys, random } = resting;
  const again = await writtenElsewhere(parts, chosen);
  const begun = await beginHere(chosen.read, replica.keys, replica.device);
  const { state: folded } = columnsToTables(begun.blocks);
  if (!folded) return { type: 'NoHistoryChosen' };
  const fold = createFold({ me: replica.member, random, now: clock }, folded);
  fold.applyAccepted(begun.contents.map(({ accepted }) => accepted));
  if ('type' in (await served.writes.held.hold(again))) return { type: 'NotNow' };
  const offset = bytesToCount(await storage.get(keys.end));
  const record: ServerRecord = {
    server: served.record.server,
    since: offset,
    of: goneTo(begun.state),
    left: [{ server: served.record.server, stream: null, before: null, index: offset }],
  };
  const whole = { ...begun, offset, blocks: [...tablesToColumns(fold.state)] };
  const refused = await writeSnapshot(resting, whole, await snapshotPlace(resting), [
    ...(await serverToRest(resting, record)),
    await reachedToRest(resting, ''),
    { removeAll: keys.sent },
    { remove: keys.alarms },
  ]);
  return refused ? { type: 'NotNow' } : null;
}

interface Chosen {
  readonly read: Parameters<typeof beginHere>[0];
  /** This device's last entry in the chosen history. */
  readonly last: Uint8Array;
}

async function findChosen({ context, replica, served }: Adopting): Promise<Chosen | undefined> {
  const { state, keys, device } = replica;
  const children = createRelayChildren({ ...context.network, server: served.record.server }, null);
  for (const wire of (await readAll(served)).toReversed()) {
    const entry = await compactionIn(wire, state, keys);
    if (!entry || !isActiveSteward(state, entry.frame.device)) continue;
    if (entry.body.kind !== 'chain') continue;
    const [, , bytes] = entry.body.change.toPlain() as readonly unknown[];
    const ref = bytes instanceof Uint8Array ? bytesToRef(bytes) : null;
    if (!ref) continue;
    const chunks = await readChunks(children, ref);
    if ('type' in chunks) continue;
    const { workspace } = state;
    const read = await readCheckpoint(chunks, ref, { workspace, head: null, n: 0 });
    if ('type' in read) continue;
    const here = read.state.membership.devices[device];
    if (!here?.active || !sameBytes(here.sign, keys.device.card.sign)) continue;
    const last = read.state.last[device] ?? new Uint8Array(32);
    const verdict = step(read.state, await open(wire, openKeysFor(read.state, keys)));
    if (verdict.type !== 'Accepted' || verdict.alarms.length > 0) continue;
    if ((await learnKeys(read.state, keys, device, verdict.entry)) === null) return { read, last };
  }
  return undefined;
}

function isActiveSteward(state: State, device: number): boolean {
  return state.membership.devices[device]?.active === true && isSteward(state, device);
}

/** All that the server shows of the stream; what it stops showing ends it. */
async function readAll({ relay }: Served): Promise<readonly Wire[]> {
  const all: Wire[] = [];
  try {
    for (let at = ''; all.length < MOST; ) {
      const { wires, next } = await relay.read(at);
      if (wires.length === 0) break;
      all.push(...wires);
      at = next;
    }
  } catch (error) {
    // Behind the swap of the compaction this device has no token yet.
    const isEnd = error instanceof RelayTrouble && error.because === 'nothing-here';
    if (!isEnd || all.length === 0) throw error;
  }
  return all;
}

/** Keys of every epoch that this device holds, whichever is current. */
function anyKeys(state: State, keys: Replica['keys']): OpenKeys {
  const secrets = new Map(
    Array.from({ length: state.epoch + 1 }, (_, epoch) => keys.epoch(epoch)).flatMap((secret) =>
      secret ? [[bytesToText(kidFor(secret.commit, state.stream)), secret] as const] : [],
    ),
  );
  return {
    stream: state.stream,
    place: placeBytes(state),
    secretFor: (kid) => secrets.get(kid),
    signerOf: () => undefined,
  };
}

async function compactionIn(
  wire: Wire,
  state: State,
  keys: Replica['keys'],
): Promise<Entry | undefined> {
  if (!readHeader(wire)?.known) return undefined;
  const { found } = await open(wire, anyKeys(state, keys));
  if (found.type !== 'Entry' || found.entry.body.kind !== 'chain') return undefined;
  return found.entry.body.change.name === 'compact' ? found.entry : undefined;
}

/** What this device's person wrote that the chosen history does not have, in order. */
async function writtenElsewhere(
  { context, replica }: Adopting,
  { last }: Chosen,
): Promise<readonly Holding[]> {
  const { storage, keys } = context.resting;
  const { state, device } = replica;
  let own: Entry[] = [];
  let common = 0;
  const opening = anyKeys(state, replica.keys);
  for (const key of await storage.keys(keys.log)) {
    const index = Number(key.slice(keys.log.length));
    const stored = readStored(index, (await storage.get(key)) ?? new Uint8Array(0));
    if (!stored?.whole) continue;
    const { found } = await open(stored.wire as Wire, opening);
    if (found.type !== 'Entry' || found.entry.frame.device !== device) continue;
    own.push(found.entry);
    if (!sameBytes(found.entry.id, last)) continue;
    own = [];
    common = found.entry.frame.viewN;
  }
  const again: Holding[] = [];
  for (const entry of own) {
    for (const one of await unseal(state, replica.keys, 0, entry, [])) {
      if (one.type !== 'Content' || one.capsule) continue;
      const { audience, runs } = one.accepted;
      // What was seen behind the place where the histories part is not there in the chosen one.
      const seen = runs.map((run) => ({ ...run, seen: Math.min(run.seen, common) }));
      again.push({ audience, runs: seen, releases: one.releases });
    }
  }
  return again;
}
