/**
 * The storage of Node: an append-only journal in a folder. A batch is appended and synced before it
 * is acknowledged; when more than half of the file is dead, the living part is written to a new
 * file that takes the old one's place.
 *
 * A failed sync is final (the kernel may have dropped the pages and will call the next sync a
 * success): from then on every write is refused as `StorageLost`, until the folder is opened anew.
 */
import { type Storage, StorageGone, type Write, type WriteRefusal } from '../storage.ts';
import { applyWrite, findTaken } from '../writes.ts';
import { type Disk, DiskFull } from './disk.ts';
import { batchToBytes, type JournalRecord, markToBytes, readJournal } from './records.ts';

const JOURNAL = 'journal';
const NEXT = 'journal.next';
/** Below this many bytes the journal is not worth rewriting. */
const WORTH_REWRITING = 1 << 20;

type Place = { readonly at: number; readonly length: number };

export interface FolderStorage extends Storage {
  /** Keys whose bytes did not match their checksum when the folder was opened; they are still handed out. */
  readonly rotten: readonly string[];
  /** Bytes at the end that belonged to no finished batch and were cut. */
  readonly cut: number;
}

/** Opens the journal on that disk, making it on first use. */
export async function openFolder(disk: Disk): Promise<FolderStorage> {
  if ((await disk.names()).includes(NEXT)) await disk.remove(NEXT);
  const isNew = !(await disk.names()).includes(JOURNAL);
  let file = await disk.open(JOURNAL);
  if (isNew) {
    await file.sync();
    await disk.syncNames();
  }

  const size = await file.size();
  const read = readJournal(await file.read(0, size));
  const cells = new Map<string, Place>();
  const rotten = new Set<string>();
  for (const batch of read.batches) for (const record of batch.records) replay(record);
  let end = read.end;
  if (end < size) {
    await file.truncate(end);
    await file.sync();
  }
  let lost = false;
  let queue: Promise<unknown> = Promise.resolve();

  function replay(record: JournalRecord) {
    if (record.kind === 'removeAll') applyWrite(cells, { removeAll: record.key }, noPlace);
    else cells.delete(record.key);
    rotten.delete(record.key);
    if (record.kind !== 'put') return;
    cells.set(record.key, { at: record.at, length: record.length });
    if (!record.valueWhole) rotten.add(record.key);
  }

  async function bytesAt(place: Place): Promise<Uint8Array> {
    return await file.read(place.at, place.length);
  }

  async function append(batch: readonly Write[]): Promise<WriteRefusal | undefined> {
    if (lost) return { type: 'StorageLost' };
    const found = await findTaken(batch, async (key) => {
      const place = cells.get(key);
      return place && (await bytesAt(place));
    });
    if (found) return found === 'written before' ? undefined : found;
    const bytes = batchToBytes(batch);
    try {
      await file.write(end, bytes);
    } catch (error) {
      lost = true;
      await file.truncate(end);
      lost = false;
      return error instanceof DiskFull ? { type: 'StorageFull' } : { type: 'StorageLost' };
    }
    lost = true;
    await file.sync();
    lost = false;
    for (const record of readJournal(bytes).batches[0]?.records ?? []) {
      replay({ ...record, at: record.at + end });
    }
    end += bytes.length;
    await mark();
    return undefined;
  }

  /** Notes that the batch before is on the disk. Costs no sync; without it the batch is still read. */
  async function mark(): Promise<void> {
    const bytes = markToBytes();
    try {
      await file.write(end, bytes);
      end += bytes.length;
    } catch {
      await file.truncate(end);
    }
  }

  /** Writes the living part to a new file and puts it in the old one's place. */
  async function rewrite(): Promise<void> {
    const living: Write[] = [];
    for (const [put, place] of cells) living.push({ put, bytes: await bytesAt(place) });
    const bytes = batchToBytes(living);
    const next = await disk.open(NEXT);
    try {
      await next.truncate(0);
      await next.write(0, bytes);
      await next.sync();
    } catch (error) {
      await next.close();
      await disk.remove(NEXT);
      throw error;
    }
    lost = true;
    await disk.rename(NEXT, JOURNAL);
    await disk.syncNames();
    await file.close();
    file = next;
    lost = false;
    cells.clear();
    for (const record of readJournal(bytes).batches[0]?.records ?? []) replay(record);
    end = bytes.length;
    await mark();
  }

  function isWorthRewriting(): boolean {
    if (end < WORTH_REWRITING) return false;
    let living = 0;
    for (const place of cells.values()) living += place.length;
    return living * 2 < end;
  }

  /** One at a time, in order; a disk that fails shows as `StorageLost`. */
  function inTurn(work: () => Promise<WriteRefusal | undefined>) {
    const result = queue.then(work).catch((error: unknown): WriteRefusal => {
      return error instanceof DiskFull ? { type: 'StorageFull' } : { type: 'StorageLost' };
    });
    queue = result;
    return result;
  }

  async function afterQueue<T>(work: () => Promise<T>): Promise<T> {
    await queue;
    try {
      return await work();
    } catch (error) {
      throw new StorageGone(error instanceof Error ? error.name : 'unknown');
    }
  }

  const keysUnder = (prefix: string) =>
    [...cells.keys()].filter((k) => k.startsWith(prefix)).sort();

  return {
    get rotten() {
      return [...rotten].sort();
    },
    cut: size - read.end,
    get: (key) =>
      afterQueue(async () => {
        const place = cells.get(key);
        return place && (await bytesAt(place));
      }),
    keys: (prefix) => afterQueue(async () => keysUnder(prefix)),
    getAll: (prefix) =>
      afterQueue(async () => {
        const all: [string, Uint8Array][] = [];
        for (const key of keysUnder(prefix))
          all.push([key, await bytesAt(cells.get(key) as Place)]);
        return all;
      }),
    write: (batch) =>
      inTurn(async () => {
        const refusal = await append(batch);
        // The batch is safe by now; a rewrite that finds no room can wait for another day.
        if (!refusal && isWorthRewriting()) await rewrite().catch(() => {});
        return refusal;
      }),
    erase: (prefix) =>
      inTurn(async () => {
        const refusal = await append([{ removeAll: prefix }]);
        if (!refusal) await rewrite();
        return refusal;
      }),
    close: async () => {
      await queue;
      lost = true;
      await file.close();
    },
  };
}

const noPlace = (): Place => ({ at: 0, length: 0 });
