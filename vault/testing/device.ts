/**
 * A device of the cast whose stream rests on a storage and mirrors a server's: for tests of what
 * survives. Its keys are in memory; everything else is read from the storage when it opens.
 */
import { assert, bytesToText } from '../envelope/bytes.ts';
import { createHeldWrites } from '../local/rest/held-writes.ts';
import type { Resting } from '../local/rest/keys-at-rest.ts';
import { placeKeys } from '../local/rest/place.ts';
import { localKeys, rootHandle } from '../local/root.ts';
import type { Storage } from '../local/storage.ts';
import type { MemoryStream } from '../log/memory-stream.ts';
import { createReplica } from '../log/replica.ts';
import { NotStored, StreamAway } from '../log/stream-errors.ts';
import type { Delivered, SendOutcome } from '../log/types.ts';
import { bytesToState, stateHash, stateToBytes } from '../membership/state-bytes.ts';
import { createMirroredStream, reachedToRest, type Source } from '../sync/mirrored-stream.ts';
import type { Op } from '../types.ts';
import type { Player } from './cast.ts';

export interface Device {
  readonly delivered: readonly Delivered[];
  /** Writes one op down; false where the storage would not take it. */
  hold(op: Op): Promise<boolean>;
  /** Reads and sends. */
  sync(): Promise<SendOutcome>;
  waiting(): Promise<number>;
  hash(): string;
}

const local = await localKeys(await rootHandle(new Uint8Array(32)));

/** Puts a player's place on a storage as it would be after joining, and gives the way to open it. */
export async function restPlayer(player: Player, clock: () => number) {
  const start = stateToBytes(player.replica.state);
  const from = player.replica.offset;
  const { keys, random } = player;
  const number = player.replica.device;
  const at = (storage: Storage): Resting => ({ storage, keys: placeKeys('p'), local, random });

  return {
    async settle(storage: Storage) {
      assert(!(await storage.write([await reachedToRest(at(storage), from)])), 'it is written');
    },
    async open(storage: Storage, source: Source): Promise<Device> {
      const resting = at(storage);
      const state = bytesToState(start);
      assert(state !== null, 'the state it began with');
      const delivered: Delivered[] = [];
      const settled: number[] = [];
      const held = createHeldWrites(resting);
      const stream = createMirroredStream({
        resting,
        id: state.stream,
        source,
        settled: async () => held.removals(settled, replica.sent()),
      });
      const replica = createReplica({
        state,
        keys,
        stream,
        device: number,
        offset: '0',
        random,
        clock,
        deliver(one) {
          delivered.push(one);
          if ('tickets' in one) settled.push(...one.tickets);
        },
        ...(await held.read()),
        beforeAppend: (entries) => held.sending(entries, replica.sent()),
      });
      await replica.catchUp();
      const refresh = async () => {
        const now = await held.read();
        replica.adopt(now.held, now.sent);
        return now;
      };
      return {
        delivered,
        async hold(op) {
          const runs = [{ seen: state.n, ops: [op] }];
          const done = await held.hold([{ audience: 'everyone', runs, releases: [] }]);
          return !('type' in done);
        },
        async sync() {
          await refresh();
          stream.near = false;
          return replica.send();
        },
        waiting: async () => (await refresh()).held.length,
        hash: () => bytesToText(stateHash(state)),
      };
    },
  };
}

export type Fault = 'none' | 'ack lost' | 'not stored' | 'refused' | 'unreadable';

/** A server's stream over one in memory, that goes wrong as told: one fault for each call. */
export function faultySource(stream: MemoryStream, faults: Iterator<Fault>): Source {
  const next = () => faults.next().value ?? 'none';
  return {
    async append(wires) {
      const fault = next();
      if (fault === 'refused') throw new NotStored('refused');
      if (fault === 'not stored') throw new StreamAway('cut');
      await stream.append(wires);
      if (fault === 'ack lost') throw new StreamAway('cut');
    },
    async read(from) {
      if (next() === 'unreadable') throw new StreamAway('cut');
      const start = from === '' ? 0 : Number(from);
      const wires = stream.wires.slice(start, start + 3);
      return { wires, next: String(start + wires.length) };
    },
  };
}
