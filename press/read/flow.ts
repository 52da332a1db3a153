/**
 * A flow is text as people read it that remembers where each stretch stands in the document: joined
 * over line breaks, without the marks of the format. Everything recognised is a slice of a flow, so
 * that nothing can be said that the document does not say. Leaves out: what the text means.
 */
import type { Place } from '@alongside/practice';

/** `flow.text[start, start + length)` is what stands in `line` from column `from`. */
export interface Stretch {
  readonly start: number;
  readonly line: number;
  readonly from: number;
  readonly length: number;
}

export interface Flow {
  readonly text: string;
  readonly stretches: readonly Stretch[];
}

/** A line's words as a flow: white space at the ends left out, runs of it inside made one space. */
export function flowOfLine(text: string, line: number, from = 0, to = text.length): Flow {
  const flow = new FlowBuilder();
  for (const word of text.slice(from, to).matchAll(/\S+/g)) {
    flow.space();
    flow.add(word[0], line, from + word.index);
  }
  return flow.done();
}

/** Collects a flow word by word; never begins or ends with white space. */
export class FlowBuilder {
  private parts: string[] = [];
  private length = 0;
  private readonly stretches: Stretch[] = [];
  private gap = false;

  space(): void {
    this.gap = this.length > 0;
  }

  add(text: string, line: number, from: number): void {
    const gap = this.gap ? 1 : 0;
    if (gap) this.parts.push(' ');
    const last = this.stretches.at(-1);
    const follows =
      last &&
      last.line === line &&
      last.from + last.length + gap === from &&
      last.start + last.length === this.length;
    this.length += gap;
    this.gap = false;
    if (follows) {
      this.stretches[this.stretches.length - 1] = {
        ...last,
        length: last.length + gap + text.length,
      };
    } else this.stretches.push({ start: this.length, line, from, length: text.length });
    this.parts.push(text);
    this.length += text.length;
  }

  append(flow: Flow): void {
    for (const each of flow.stretches) {
      const before = flow.text[each.start - 1];
      if (before !== undefined && /\s/.test(before)) this.space();
      this.add(flow.text.slice(each.start, each.start + each.length), each.line, each.from);
    }
  }

  /** Takes the last character back, where it is the one given. */
  dropLast(character: string): void {
    const last = this.stretches.at(-1);
    if (!last || !this.parts.at(-1)?.endsWith(character)) return;
    this.parts.push((this.parts.pop() ?? '').slice(0, -1));
    this.length -= 1;
    this.stretches.pop();
    if (last.length > 1) this.stretches.push({ ...last, length: last.length - 1 });
  }

  done(): Flow {
    return { text: this.parts.join(''), stretches: this.stretches };
  }
}

/** The part of a flow between two offsets, without white space at its ends. */
export function sliceFlow(flow: Flow, from: number, to = flow.text.length): Flow {
  while (from < to && /\s/.test(flow.text[from] ?? '')) from += 1;
  while (to > from && /\s/.test(flow.text[to - 1] ?? '')) to -= 1;
  const stretches: Stretch[] = [];
  for (let at = firstAfter(flow.stretches, from); at < flow.stretches.length; at += 1) {
    const each = flow.stretches[at];
    if (!each || each.start >= to) break;
    const start = Math.max(each.start, from);
    const end = Math.min(each.start + each.length, to);
    if (start >= end) continue;
    stretches.push({
      start: start - from,
      line: each.line,
      from: each.from + (start - each.start),
      length: end - start,
    });
  }
  return { text: flow.text.slice(from, to), stretches };
}

/** The index of the first stretch that ends after the offset. */
function firstAfter(stretches: readonly Stretch[], offset: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = stretches[middle];
    if (each && each.start + each.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A flow as one flow for each line of the document that it runs over. */
export function linesOfFlow(flow: Flow): Flow[] {
  const lines: Flow[] = [];
  let from = 0;
  for (const [index, each] of flow.stretches.entries()) {
    const next = flow.stretches[index + 1];
    if (next?.line === each.line) continue;
    lines.push(sliceFlow(flow, from, each.start + each.length));
    from = each.start + each.length;
  }
  return lines;
}

/** Flows one after another, a space between them. */
export function joinFlows(flows: readonly Flow[]): Flow {
  const joined = new FlowBuilder();
  for (const flow of flows) {
    joined.space();
    joined.append(flow);
  }
  return joined.done();
}

/** Where a flow stands: one place for each line, from its first to its last character there. */
export function placesOf(flow: Flow): Place[] {
  const byLine = new Map<number, Place>();
  for (const { line, from, length } of flow.stretches) {
    const known = byLine.get(line);
    byLine.set(line, {
      line,
      from: known ? Math.min(known.from, from) : from,
      to: known ? Math.max(known.to, from + length) : from + length,
    });
  }
  return [...byLine.values()];
}
