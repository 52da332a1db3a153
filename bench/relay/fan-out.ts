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
/** Once an append did not reach everyone, or was not answered, there is nothing more to learn. */
const lateAtMost = 1;

export async function fanOut(stream: PeerStream, load: FanOutLoad): Promise<FannedOut> {
  const { readers, appends, next, onListening } = load;
  const heard = createHeard(readers);
  const listening: (Closing | undefined)[] = [];
  while (listening.length < readers && !listening.includes(undefined)) {
    const from = listening.length;
    const some = Array.from({ length: Math.min(atOnce, readers - from) }, (_, at) =>
      stream.listen((part) => heard.take(from + at, part)),
    );
    // A reader who is not let in hears nothing, and is counted so.
    listening.push(...(await Promise.all(some.map((one) => within(patience, one)))));
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
    await within(patience, Promise.all([writer.append(message), all]));
    delivered += heard.count;
    if (heard.count === readers) took.push(heard.lastAt - begin);
    else late += 1;
    await wait(between + left());
  }
  writer.close();
  for (const reader of listening) reader?.close();
  const last = late > 0 ? undefined : spread(took).median;
  return { last, delivered: delivered / (appended * readers), appended };
}

/** What it gives, or undefined where that takes longer. */
async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  const over = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => over.resolve(undefined), milliseconds);
  try {
    return await Promise.race([promise, over.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
}
