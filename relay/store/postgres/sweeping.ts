/** Clears away what is expired, trimmed or deleted, a bounded piece at a time. Several relays may do so at once. */
import { isOver } from './changes.ts';
import { endOfStream, type Rows } from './rows.ts';
import type { Writer } from './writer.ts';

/** How many blocks, children or expired streams one piece takes. */
const atOnce = 128;

/** True while more is waiting. */
export async function sweepSome(rows: Rows, writer: Writer, now: number): Promise<boolean> {
  const expired = await rows.expired(now, atOnce);
  for (const id of expired) {
    const held = await writer.load(id);
    if (held && isOver(held.state, now)) await writer.discard(held);
  }
  const next = await rows.discarded();
  if (next && (await rows.removeBlocks(next, atOnce)) < atOnce) {
    const isGone = next.before === endOfStream;
    const children = isGone ? await rows.children(next.stream, next.life) : [];
    for (const id of children.slice(0, atOnce)) {
      const held = await writer.load(id);
      if (held?.parentLife === next.life) await writer.discard(held);
    }
    if (children.length <= atOnce) await rows.removeDiscarded(next);
  }
  return expired.length > 0 || next !== undefined;
}
