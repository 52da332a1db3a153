/** Stamps of a block, once each; cells name them by number. Read when a cell is first asked for. */
import { hlcPerMs } from '../../types.ts';
import type { Stamp } from '../cell.ts';
import { ByteReader, type ByteWriter, broken } from './bytes.ts';

export interface StampNumbers {
  numberOf(stamp: Stamp): number;
  write(out: ByteWriter): void;
}

export function createStampNumbers(): StampNumbers {
  const numbers = new Map<Stamp, number>();
  return {
    numberOf(stamp) {
      const known = numbers.get(stamp);
      if (known !== undefined) return known;
      numbers.set(stamp, numbers.size);
      return numbers.size - 1;
    },
    write(out) {
      out.number(numbers.size);
      let position = 0;
      let milliseconds = 0;
      for (const stamp of numbers.keys()) {
        const ms = Math.floor(stamp.hlc / hlcPerMs);
        out
          .signed(stamp.position - position)
          .number(stamp.position - stamp.seen)
          .number(stamp.device)
          .signed(ms - milliseconds)
          .number(stamp.hlc - ms * hlcPerMs);
        position = stamp.position;
        milliseconds = ms;
      }
    },
  };
}

export function readStamps(bytes: Uint8Array): readonly Stamp[] {
  const from = new ByteReader(bytes);
  let position = 0;
  let milliseconds = 0;
  return Array.from({ length: from.count() }, () => {
    position += from.signed();
    const seen = position - from.number();
    const device = from.number();
    milliseconds += from.signed();
    const hlc = milliseconds * hlcPerMs + from.number();
    return position > 0 && seen >= 0 ? { position, device, hlc, seen } : broken();
  });
}
