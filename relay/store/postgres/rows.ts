/** Rows of the PostgreSQL store, read and written with their checksums: a statement each, as a function. */
import { blockChecksum, rowChecksum, withNumber } from '../crc32c.ts';
import type { Position, StreamId } from '../store.ts';
import type { Effects } from './changes.ts';
import { type Connections, Met, type Row } from './connections.ts';
import { type Held, heldOf, plain, valuesOf } from './held.ts';
import { changeOf, statements } from './statements.ts';

/** Places of one stream lie below this. */
export const endOfStream = 2 ** 32 - 1;

/** A block as it lies there; `bytes` is undefined where its checksum is wrong. */
export interface KeptBlock {
  readonly at: Position;
  readonly bytes: Uint8Array | undefined;
}

export interface Discarded {
  readonly stream: StreamId;
  readonly life: number;
  readonly before: Position;
}

export type Rows = ReturnType<typeof createRows>;

export function createRows({ run }: Pick<Connections, 'run'>) {
  return {
    async find(id: StreamId): Promise<Held | undefined> {
      const [row] = await run(statements.find, [id]);
      return row && heldOf(row);
    },

    /** False where a stream of that name is there. */
    async insert(held: Held, blocks: readonly Uint8Array[]): Promise<boolean> {
      const { id } = held.state;
      const values = [...valuesOf(held), ...blockValues(id, 0, 0, blocks)];
      return (await run(statements.insert, values)).length > 0;
    },

    /** Makes of one version of a row the next one. False where it is that version no more. */
    async change(from: Held, to: Held, effects: Effects): Promise<boolean> {
      const { id, tail } = from.state;
      const { blocks, formers, before } = effects;
      const { life } = from;
      const values = [id, life, from.version, ...valuesOf(to)] as unknown[];
      if (blocks.length > 0) values.push(...blockValues(id, tail, from.total, blocks));
      if (formers.length > 0) {
        values.push(
          formers.map(({ verifier }) => Buffer.from(verifier)),
          formers.map(({ until }) => until),
          formers.map(({ verifier, until }) => rowChecksum([id, life, verifier, until])),
        );
      }
      if (before > 0) values.push(before);
      return (await run(changeOf(effects), values)).length > 0;
    },

    /** Takes a stream away; its blocks wait for `sweep`. False where its row is another version. */
    async remove({ state, life, version }: Held): Promise<boolean> {
      return (await run(statements.remove, [state.id, life, version, endOfStream])).length > 0;
    },

    async former(id: StreamId, life: number, verifier: Uint8Array): Promise<Position | undefined> {
      const [row] = await run(statements.former, [id, life, Buffer.from(verifier)]);
      if (!row) return undefined;
      const until = Number(row.until);
      if (rowChecksum([id, life, verifier, until]) !== row.crc) throw new Met('Damaged');
      return until;
    },

    /** Which row each stream has, by its name: something that changes with every change. */
    async versions(ids: readonly StreamId[]): Promise<ReadonlyMap<StreamId, string>> {
      const rows = await run(statements.versions, [ids]);
      return new Map(rows.map(({ id, life, version }) => [String(id), `${life} ${version}`]));
    },

    async children(id: StreamId, life: number): Promise<readonly StreamId[]> {
      return (await run(statements.children, [id, life])).map((row) => String(row.id));
    },

    /** Counts the children of a main stream, and their bytes. */
    async family(id: StreamId, life: number) {
      const [row] = await run(statements.family, [id, life]);
      return { children: Number(row?.children), bytes: Number(row?.bytes) };
    },

    async expired(now: number, atMost: number): Promise<readonly StreamId[]> {
      return (await run(statements.expired, [now, atMost])).map((row) => String(row.id));
    },

    /** A stream and blocks of it, as they were at one moment. */
    async read(id: StreamId, from: Position, until: Position, maxBytes: number) {
      const rows = await run(statements.read, [id, from, until, maxBytes]);
      const held = rows.find((row) => row.id !== null);
      const blocks = rows.filter((row) => row.id === null).map((row) => blockOf(id, row));
      return held && { held: heldOf(held), blocks: blocks.sort((a, b) => a.at - b.at) };
    },

    /** Bytes between two places. */
    async size(id: StreamId, life: number, start: Position, end: Position): Promise<number> {
      const [row] = await run(statements.size, [id, life, start, end]);
      return Number(row?.bytes);
    },

    /** Puts `bytes` in a damaged block's place if they have the checksum that was written there. */
    async refill(id: StreamId, life: number, at: Position, bytes: Uint8Array): Promise<boolean> {
      const [row] = await run(statements.block, [id, life, at]);
      if (!row) return false;
      const total = Number(row.total);
      const isDamaged = checksum(id, at, total, row.bytes as Buffer) !== row.crc;
      if (!isDamaged || checksum(id, at, total, bytes) !== row.crc) return false;
      const put = [id, life, at, row.crc, Buffer.from(bytes)];
      return (await run(statements.refill, put)).length > 0;
    },

    async discarded(): Promise<Discarded | undefined> {
      const [row] = await run(statements.discarded, []);
      return (
        row && { stream: String(row.stream), life: Number(row.life), before: Number(row.before) }
      );
    },

    /** Removes at most so many blocks; gives how many it found. */
    async removeBlocks({ stream, life, before }: Discarded, atMost: number): Promise<number> {
      const [row] = await run(statements.removeBlocks, [stream, life, before, atMost]);
      return Number(row?.removed);
    },

    async removeDiscarded({ stream, life, before }: Discarded): Promise<void> {
      await run(statements.removeDiscarded, [stream, life, before]);
    },
  };
}

function blockValues(
  id: StreamId,
  tail: Position,
  total: number,
  blocks: readonly Uint8Array[],
): unknown[] {
  let bytes = 0;
  const cuts = blocks.map((block, index) => {
    const begins = bytes + 1;
    bytes += block.length;
    const at = tail + index;
    return [at, total + bytes, checksum(id, at, total + bytes, block), begins, block.length];
  });
  const column = (at: number) => cuts.map((one) => one[at]);
  return [Buffer.concat(blocks), ...[0, 1, 2, 3, 4].map(column)];
}

function blockOf(id: StreamId, row: Row): KeptBlock {
  const at = Number(row.block_at);
  const bytes = plain(row.block_bytes);
  const isWhole = checksum(id, at, Number(row.block_total), bytes) === row.block_crc;
  return { at, bytes: isWhole ? bytes : undefined };
}

function checksum(id: StreamId, at: Position, total: number, bytes: Uint8Array): number {
  return withNumber(blockChecksum(id, at, bytes), total);
}
