/**
 * The stream of a served workspace on one device: what its log holds mirrors the server's stream as
 * far as this device has read it. Reading gives what is here, then asks the server for what follows;
 * what counted is written down in one batch with the place reached in the server's stream and with
 * the removal of held writes that were read back. So a stop at any moment leaves "not read yet" or
 * "read and settled", never something between. What counted nowhere is not kept: nobody can fill
 * this disk with junk.
 */

import { sameBytes } from '../envelope/bytes.ts';
import { bytesToPlain, type Plain } from '../envelope/cbor-read.ts';
import { plainToBytes } from '../envelope/cbor-write.ts';
import { plainHash } from '../envelope/contexts.ts';
import type { Resting } from '../local/rest/keys-at-rest.ts';
import { appending, createStoredStream } from '../local/rest/stored-stream.ts';
import { openRecord, sealRecord } from '../local/root.ts';
import type { Write, WriteRefusal } from '../local/storage.ts';
import { StreamAway } from '../log/stream-errors.ts';
import type { Batch, Offset, Stream, Turn, Wire } from '../log/types.ts';
import { RelayTrouble } from './relay-client.ts';

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
  /** Where in the server's stream the batch began that was read last. */
  readonly readingFrom: ServerOffset | null;
  /** How far the mirror reaches, as the storage says. */
  reached(): Promise<ServerOffset>;
}

export interface Mirror {
  readonly resting: Resting;
  readonly id: Uint8Array;
  readonly source: Source;
  /** What leaves the disk with what was just read: the held writes in it. */
  readonly settled: () => Promise<readonly Write[]>;
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
  /** The server may have lost something since: what is there must be what was read. */
  let isUnsure = true;
  let readingFrom: ServerOffset | null = null;

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

  /**
   * Reads on. After a silence it first reads again what it read last: a server that lost its end and
   * has grown since has other messages before the place that was reached.
   */
  async function next(): Promise<{ readonly from: ServerOffset; readonly batch: Batch }> {
    const at = await readReachedAt(resting);
    try {
      if (isUnsure && at.last !== null) {
        const again = await source.read(at.before);
        const last = again.wires.findIndex((wire) =>
          sameBytes(plainHash(wire), at.last as Uint8Array),
        );
        if (last < 0) throw new RelayTrouble('no-such-place');
        isUnsure = false;
        const wires = again.wires.slice(last + 1);
        if (wires.length > 0) return { from: at.before, batch: behind(again, wires) };
      }
      const batch = await source.read(at.offset);
      isUnsure = false;
      return { from: at.offset, batch };
    } catch (error) {
      isUnsure = true;
      throw error;
    }
  }

  async function fromServer(start: number): Promise<Batch> {
    const { from, batch: read } = await next();
    const { wires } = read;
    readingFrom = from;
    if (wires.length === 0) return { wires, next: String(start) };
    const last = plainHash(wires.at(-1) as Wire);
    return {
      wires,
      next: String(start),
      get atEnd() {
        return read.atEnd === true;
      },
      async taken(counted) {
        const kept = wires.filter((_, i) => counted[i] === true);
        const batch = kept.length > 0 ? [...appending(keys, start, kept)] : [];
        if (counted.length === wires.length) {
          batch.push(await reachedToRest(resting, read.next, { before: from, last }));
        }
        batch.push(...(await settled()));
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
    get readingFrom() {
      return readingFrom;
    },
    reached: () => readReached(resting),
    async read(from: Offset) {
      await writeDown();
      const end = await here.length();
      if (Number(from) < end) return here.readUpTo(from, end);
      return this.near ? { wires: [], next: String(end) } : fromServer(end);
    },
    async append(wires, turn) {
      if (this.near) throw new StreamAway('only what is here is read now');
      await source.append(wires, turn, await readReached(resting));
    },
  };
}

/** The same answer without its first messages. */
function behind(read: Batch, wires: readonly Wire[]): Batch {
  return {
    wires,
    next: read.next,
    get atEnd() {
      return read.atEnd === true;
    },
  };
}

/** What was read last, to know it again: where that answer began and the hash of its last message. */
interface LastRead {
  readonly before: ServerOffset;
  readonly last: Uint8Array;
}

/** The write that says how far the server's stream is mirrored. */
export async function reachedToRest(
  { keys, local, random }: Resting,
  offset: ServerOffset,
  read: LastRead | null = null,
): Promise<Write> {
  const bytes = plainToBytes([offset, read?.before ?? '', read?.last ?? null]);
  return { put: keys.reached, bytes: await sealRecord(local.data, keys.reached, bytes, random) };
}

export async function readReached(resting: Resting): Promise<ServerOffset> {
  return (await readReachedAt(resting)).offset;
}

/** From the beginning where it cannot be read: what is here already counts once only. */
async function readReachedAt({ storage, keys, local }: Resting): Promise<{
  readonly offset: ServerOffset;
  readonly before: ServerOffset;
  readonly last: Uint8Array | null;
}> {
  const sealed = await storage.get(keys.reached);
  const bytes = sealed && (await openRecord(local.data, keys.reached, sealed));
  const plain = bytes && bytesToPlain(bytes);
  const [offset, before, last] = Array.isArray(plain) ? (plain as readonly Plain[]) : [];
  return {
    offset: typeof offset === 'string' ? offset : '',
    before: typeof before === 'string' ? before : '',
    last: last instanceof Uint8Array ? last : null,
  };
}
