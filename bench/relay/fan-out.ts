/** How long until the last of many live readers has what was appended, ten appends a second. */
import { spread } from '../report.ts';
import { createHeard } from './heard.ts';
import { markIn } from './messages.ts';
import type { Closing, PeerStream } from './peer.ts';

export interface FannedOut {
  /** Milliseconds until the last reader had an append: the median of them; undefined where some never came. */
  readonly last: number | undefined;
  /** Which part of all deliveries was there within the patience. */
  readonly delivered: number;
  readonly appended: number;
}

export interface FanOutLoad {
  readonly readers: number;
  readonly appends: number;
  readonly next: () => string;
  /** Called when all readers are there and nothing was appended yet. */
  readonly onListening: () => void;
}

/** Readers who come at the same moment: how a crowd comes in is not what is measured. */
const atOnce = 25;
const between = 100;
const patience = 5_000;
/** After so many appends that did not reach everyone there is nothing more to learn. */
const lateAtMost = 2;

export async function fanOut(stream: PeerStream, load: FanOutLoad): Promise<FannedOut> {
  const { readers, appends, next, onListening } = load;
  const heard = createHeard(readers);
  const listening: Closing[] = [];
  while (listening.length < readers) {
    const from = listening.length;
    const some = Array.from({ length: Math.min(atOnce, readers - from) }, (_, at) =>
      stream.listen((part) => heard.take(from + at, part)),
    );
    listening.push(...(await Promise.all(some)));
  }
  const writer = await stream.writer();
  onListening();
  const took: number[] = [];
  let delivered = 0;
  let late = 0;
  let appended = 0;
  for (; appended < appends && late < lateAtMost; appended += 1) {
    const message = next();
    const begin = performance.now();
    const left = () => begin - performance.now();
    const all = heard.expect(markIn(message));
    await writer.append(message);
    await Promise.race([all, wait(patience + left())]);
    delivered += heard.count;
    if (heard.count === readers) took.push(heard.lastAt - begin);
    else late += 1;
    await wait(between + left());
  }
  writer.close();
  for (const { close } of listening) close();
  const last = late > 0 ? undefined : spread(took).median;
  return { last, delivered: delivered / (appended * readers), appended };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
}
