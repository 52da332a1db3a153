/**
 * What a parser may take while it works. What a PDF unpacks to cannot be told from outside: a stream
 * says a wrong length, names its filters elsewhere, is packed many times over, or is locked. So the
 * arrays themselves are counted as the parser makes them, whatever made it want them, and the one
 * that would go over is not made. Holds for the whole thread, which is why reading has one of its
 * own (`cli/reading/`, `web/rooms/stories/reading-worker.ts`); leaves out what is no array of numbers.
 */
import { Unreadable } from './broken.ts';
import type { Refusal } from './refusals.ts';

const kinds = [
  'ArrayBuffer',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int8Array',
  'Uint16Array',
  'Int16Array',
  'Uint32Array',
  'Int32Array',
  'Float32Array',
  'Float64Array',
] as const;

interface Held {
  readonly refusal: Refusal;
  readonly limit: number;
  taken: number;
  over: boolean;
  users: number;
  readonly release: () => void;
}

let held: Held | undefined;

/**
 * Gives what `work` gives. Refuses with `UnpacksTooBig` where its arrays come to more than `limit`
 * bytes in all, even where `work` itself made light of that. Two at once share one allowance.
 */
export async function withAllowance<T>(limit: number, work: () => Promise<T>): Promise<T> {
  held ??= hold(limit);
  const mine = held;
  mine.users += 1;
  try {
    const result = await work();
    if (mine.over) throw new Unreadable(mine.refusal);
    return result;
  } catch (error) {
    throw mine.over ? new Unreadable(mine.refusal) : error;
  } finally {
    mine.users -= 1;
    if (mine.users === 0) {
      mine.release();
      held = undefined;
    }
  }
}

function hold(limit: number): Held {
  const before = Object.getOwnPropertyDescriptors(globalThis);
  const mine: Held = {
    refusal: { type: 'UnpacksTooBig', limit },
    limit,
    taken: 0,
    over: false,
    users: 0,
    release() {
      for (const name of [...kinds, 'DecompressionStream'] as const)
        Object.defineProperty(globalThis, name, before[name]);
    },
  };
  for (const name of kinds) replace(name, counted(globalThis[name], mine));
  // What the platform unpacks by itself is out of our count; without it the parser does its own.
  replace('DecompressionStream', undefined);
  return mine;
}

function replace(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

function counted<T extends (typeof globalThis)[(typeof kinds)[number]]>(kind: T, mine: Held): T {
  const width = 'BYTES_PER_ELEMENT' in kind ? kind.BYTES_PER_ELEMENT : 1;
  return new Proxy(kind, {
    construct(target, args: readonly unknown[], asked) {
      mine.taken += lengthOf(args[0]) * width;
      if (mine.taken > mine.limit) {
        mine.over = true;
        throw new Unreadable(mine.refusal);
      }
      return Reflect.construct(target, args, asked) as object;
    },
  });
}

/** How many elements a new array will have; one laid over bytes that are there already takes none. */
function lengthOf(from: unknown): number {
  if (typeof from === 'number') return from;
  return typeof from === 'object' && from !== null && 'length' in from ? Number(from.length) : 0;
}
