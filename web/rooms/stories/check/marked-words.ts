/** The words of the document that are marked by dragging over them, with their places. */
import type { MarkedWords } from './check.ts';

/**
 * What is marked inside the column; null where nothing is. Letters and notes that we put beside the
 * words are passed over.
 */
export function markedWords(
  selection: Selection | null,
  column: HTMLElement,
  lines: readonly string[],
): MarkedWords | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!column.contains(range.commonAncestorContainer)) return null;
  const places = new Map<number, { line: number; from: number; to: number }>();
  for (const words of column.querySelectorAll<HTMLElement>('[data-from]')) {
    if (!range.intersectsNode(words)) continue;
    const line = Number(words.closest('[data-line]')?.getAttribute('data-line'));
    const begin = Number(words.dataset.from);
    const length = words.textContent.length;
    const from = begin + (words.contains(range.startContainer) ? range.startOffset : 0);
    const to = begin + (words.contains(range.endContainer) ? range.endOffset : length);
    const known = places.get(line);
    if (from < to) places.set(line, { line, from: known?.from ?? from, to });
  }
  const found = [...places.values()];
  const text = found
    .map(({ line, from, to }) => (lines[line - 1] ?? '').slice(from, to).trim())
    .filter((part) => part !== '')
    .join(' ');
  return text === '' ? null : { text, places: found };
}
