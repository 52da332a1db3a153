/**
 * What a simulated machine stands on: its line to the relay and its storage. Each call to the relay
 * waits for its turn; at a chosen call or write something goes wrong.
 */
import type { Storage } from '../../vault/local/storage.ts';
import { NotStored, StreamAway } from '../../vault/log/stream-errors.ts';
import type { Source } from '../../vault/sync/mirrored-stream.ts';
import type { Scheduler } from './scheduler.ts';

export type FaultKind =
  | 'request lost'
  | 'answer lost'
  | 'stored twice'
  | 'refused'
  | 'crash before'
  | 'crash after'
  | 'crash before a write'
  | 'crash after a write';

export interface Fault {
  readonly kind: FaultKind;
  /** The nth call to the relay, or write to the storage, from 1. */
  readonly at: number;
}

export interface Line {
  readonly source: Source;
  readonly storage: Storage;
  up: boolean;
  /** Calls to the relay in this act, or the last one. */
  readonly calls: number;
  /** Counts anew and sets what goes wrong. Resolves when that is a crash. */
  begin(fault: Fault | null): Promise<'crashed'>;
  /** Nothing goes wrong any more. */
  end(): void;
}

export function createLine(
  name: string,
  relay: Source,
  storage: Storage,
  scheduler: Scheduler,
): Line {
  let calls = 0;
  let writes = 0;
  let fault: Fault | null = null;
  let crashed = Promise.withResolvers<'crashed'>();

  /** The process stops here: nothing that waits for this ever goes on. */
  function stop(): Promise<never> {
    crashed.resolve('crashed');
    return new Promise(() => {});
  }

  async function call<T>(passOn: (twice: boolean) => Promise<T>): Promise<T> {
    await scheduler.turn(name);
    calls += 1;
    const kind = fault?.at === calls ? fault.kind : null;
    if (kind === 'crash before') return stop();
    if (!line.up || kind === 'request lost') throw new StreamAway('no answer');
    if (kind === 'refused') throw new NotStored('refused');
    const answer = await passOn(kind === 'stored twice');
    if (kind === 'crash after') return stop();
    if (kind === 'answer lost') throw new StreamAway('no answer');
    return answer;
  }

  const line: Line = {
    up: true,
    get calls() {
      return calls;
    },
    begin(next) {
      calls = 0;
      writes = 0;
      fault = next;
      crashed = Promise.withResolvers<'crashed'>();
      return crashed.promise;
    },
    end() {
      fault = null;
    },
    source: {
      append: (wires, turn, at) =>
        call(async (twice) => {
          await relay.append(wires, turn, at);
          if (twice) await relay.append(wires, undefined, at);
        }),
      read: (from) => call(() => relay.read(from)),
    },
    storage: {
      ...storage,
      async write(batch) {
        writes += 1;
        const kind = fault?.at === writes ? fault.kind : null;
        if (kind === 'crash before a write') return stop();
        const refusal = await storage.write(batch);
        return kind === 'crash after a write' ? stop() : refusal;
      },
    },
  };
  return line;
}
