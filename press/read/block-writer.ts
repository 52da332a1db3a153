/** Writes blocks from a walk over a tree: text collects in lines until a block ends. */
import { type Flow, flowOfLine, joinFlows } from './flow.ts';
import type { Block } from './source.ts';

/** What the elements around a text say about it. */
export interface Hints {
  readonly level?: number;
  readonly ordinal?: number | undefined;
  readonly item?: { readonly ordinal?: number };
  /** One object for each list item, so that only its first block counts as the item. */
  readonly fresh?: object;
  readonly setApart?: 'quotation' | 'aside';
  readonly furniture?: boolean;
  /** Furniture wherever it stands. */
  readonly fixed?: boolean;
  readonly bold?: boolean;
}

export class BlockWriter {
  readonly lines: string[] = [];
  readonly blocks: Block[] = [];
  private parts: string[][] = [[]];
  private hints: Hints | undefined;
  private bold = true;
  private readonly begun = new WeakSet<object>();

  text(value: string, hints: Hints): void {
    this.parts.at(-1)?.push(value);
    if (value.trim() === '') return;
    this.hints ??= hints;
    if (!hints.bold) this.bold = false;
  }

  lineBreak(): void {
    this.parts.push([]);
  }

  /** Ends the block that was being written, if any text came. */
  end(): void {
    const texts = this.parts
      .map((part) => part.join('').replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '');
    const { hints, bold } = this;
    this.parts = [[]];
    this.hints = undefined;
    this.bold = true;
    if (texts.length === 0 || !hints) return;
    const flows: Flow[] = texts.map((text) => {
      this.lines.push(text);
      const bullet = /^[•‣◦▪●]\s*/.exec(text);
      return flowOfLine(text, this.lines.length, bullet?.[0].length ?? 0);
    });
    const first = hints.fresh !== undefined && !this.begun.has(hints.fresh);
    if (hints.fresh) this.begun.add(hints.fresh);
    const bulleted = /^[•‣◦▪●]/.test(texts[0] ?? '');
    this.blocks.push({
      flow: joinFlows(flows),
      lineFlows: flows,
      extents: texts.map((text, at) => ({
        line: this.lines.length - texts.length + at + 1,
        from: 0,
        to: text.length,
      })),
      ...(hints.level !== undefined && { level: hints.level }),
      ...(first && hints.item ? { item: hints.item } : bulleted && { item: {} }),
      ...(hints.setApart && { setApart: hints.setApart }),
      ...(bold && { emphasised: true }),
      ...((hints.furniture || hints.fixed) && { furniture: true }),
    });
  }
}
