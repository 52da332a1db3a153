/**
 * The stream of a served workspace on one device: what its log holds mirrors the server's stream as
 * far as this device has read it. Reading gives what is here, then asks the server for what follows;
 * what counted is written down in one batch with the place reached in the server's stream and with
 * the removal of held writes that were read back. So a stop at any moment leaves "not read yet" or
 * "read and settled", never something between. What counted nowhere is not kept: nobody can fill
 * this disk with junk.
 */

import type { Resting } from '../local/rest/keys-at-rest.ts';
import { appending, createStoredStream } from '../local/rest/stored-stream.ts';
import { openRecord, sealRecord } from '../local/root.ts';
import type { Write, WriteRefusal } from '../local/storage.ts';
import { StreamAway } from '../log/stream-errors.ts';
import type { Batch, Offset, Stream, Turn, Wire } from '../log/types.ts';

/** A place in the server's stream: opaque, '' is its beginning. */
export type ServerOffset = string;

/** The server's stream, as the mirror uses it. */
export interface Source {
  /** `at`: how far this device has read, which a turn is bound to. */
  append(wires: readonly Wire[], turn: Turn | undefined, at: ServerOffset): Promise<void>;
  read(from: ServerOffset): Promise<Batch>;
}

export interface MirroredStream extends Stream {
  /** While true only what is here is read, and nothing is appended. */
  near: boolean;
  /** Why the disk refused the last batch; undefined after one that went through. */
  readonly refused: WriteRefusal | undefined;
  /** Something that was read from the server waits for the disk. */
  readonly unwritten: boolean;
  /** How far the mirror reaches, as the storage says. */
  reached(): Promise<ServerOffset>;
}

export interface Mirror {
  readonly resting: Resting;
  readonly id: Uint8Array;
  readonly source: Source;
  /** What leaves the disk with what was just read: the held writes in it. */
  readonly settled: () => readonly Write[];
}

/** The disk refused what was read: it is read, but not kept yet. */
export class MirrorFull extends StreamAway {
  override readonly name = 'MirrorFull';
}

interface Unwritten {
  readonly start: number;
  readonly count: number;
  readonly batch: readonly Write[];
}

export function createMirroredStream({ resting, id, source, settled }: Mirror): MirroredStream {
  const { storage, keys } = resting;
  const here = createStoredStream(storage, keys, id);
  let refused: WriteRefusal | undefined;
  let unwritten: Unwritten | undefined;

  async function writeDown(): Promise<void> {
    if (unwritten === undefined) return;
    // Another tab may have read the same meanwhile, and written it.
    if (unwritten.count > 0 && (await here.length()) > unwritten.start) unwritten = undefined;
    else {
      refused = await storage.write(unwritten.batch);
      if (refused) throw new MirrorFull(refused.type);
      unwritten = undefined;
    }
  }

  async function reached(): Promise<ServerOffset> {
    return readReached(resting);
  }

  async function fromServer(start: number): Promise<Batch> {
    const { wires, next } = await source.read(await reached());
    if (wires.length === 0) return { wires, next: String(start) };
    return {
      wires,
      next: String(start),
      async taken(counted) {
        const kept = wires.filter((_, i) => counted[i] === true);
        const batch = kept.length > 0 ? [...appending(keys, start, kept)] : [];
        if (counted.length === wires.length) batch.push(await reachedToRest(resting, next));
        batch.push(...settled());
        unwritten = { start, count: kept.length, batch };
        await writeDown();
        return String(start + kept.length);
      },
    };
  }

  return {
    id,
    near: true,
    get refused() {
      return refused;
    },
    get unwritten() {
      return unwritten !== undefined;
    },
    reached,
    async read(from: Offset) {
      await writeDown();
      const end = await here.length();
      if (Number(from) < end) return here.readUpTo(from, end);
      return this.near ? { wires: [], next: String(end) } : fromServer(end);
    },
    async append(wires, turn) {
      if (this.near) throw new StreamAway('only what is here is read now');
      await source.append(wires, turn, await reached());
    },
  };
}

/** The write that says how far the server's stream is mirrored. */
export async function reachedToRest(
  { keys, local, random }: Resting,
  offset: ServerOffset,
): Promise<Write> {
  const bytes = new TextEncoder().encode(offset);
  return { put: keys.reached, bytes: await sealRecord(local.data, keys.reached, bytes, random) };
}

/** From the beginning where it cannot be read: what is here already counts once only. */
export async function readReached({ storage, keys, local }: Resting): Promise<ServerOffset> {
  const sealed = await storage.get(keys.reached);
  const bytes = sealed && (await openRecord(local.data, keys.reached, sealed));
  return bytes ? new TextDecoder().decode(bytes) : '';
}
