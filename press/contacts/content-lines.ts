/**
 * The lines that vCard and iCalendar share, as far as telling blocks and properties apart: which
 * property a line is, where a block begins and ends. What the lines mean is read by ical.js, and only
 * for the properties that may come in; a photo or a note is named, counted and never parsed.
 */

/** The lines of a block with its first and last, and whether its end was there. */
export interface Block {
  readonly lines: readonly string[];
  readonly isWhole: boolean;
}

/** Physical lines, with any line end. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/);
}

/** Lines joined where a line begins with a blank. */
export function unfold(lines: readonly string[], keepBlank = false): readonly string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.length - 1;
    if (/^[ \t]/.test(line) && last >= 0) joined[last] += keepBlank ? line : line.slice(1);
    else joined.push(line);
  }
  return joined;
}

/** Every outermost block of that name. One that the file ends, or that another begins in, is not whole. */
export function blocks(lines: readonly string[], name: string): readonly Block[] {
  const begin = new RegExp(`^BEGIN:\\s*${name}\\s*$`, 'i');
  const end = new RegExp(`^END:\\s*${name}\\s*$`, 'i');
  const found: Block[] = [];
  let open: string[] | null = null;
  for (const line of lines) {
    if (begin.test(line)) {
      if (open) found.push({ lines: open, isWhole: false });
      open = [line];
    } else if (open) {
      open.push(line);
      if (end.test(line)) {
        found.push({ lines: open, isWhole: true });
        open = null;
      }
    }
  }
  if (open) found.push({ lines: open, isWhole: false });
  return found;
}

/** The name of the line's property in capitals, without its group; empty where it is none. */
export function propertyOf(line: string): string {
  return /^(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)[;:]/.exec(line)?.[1]?.toUpperCase() ?? '';
}
