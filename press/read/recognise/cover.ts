/**
 * Sees to the promise that nothing is dropped: every character of the document that is not blank
 * stands in the place of a piece. A mark of the format goes to the piece beside it; whatever else
 * nobody claimed becomes a piece of its own, left over.
 */
import type { Piece, Place } from '@alongside/practice';
import type { Draft } from './drafts.ts';

export function coverAll(drafts: readonly Draft[], lines: readonly string[]): Draft[] {
  const placed: { places: Place[]; draft: Draft }[] = drafts.map((draft) => ({
    draft,
    places: [...draft.places],
  }));
  const byLine = new Map<number, { holder: { places: Place[] }; at: number }[]>();
  for (const holder of placed) {
    for (const [at, place] of holder.places.entries()) {
      const known = byLine.get(place.line);
      if (known) known.push({ holder, at });
      else byLine.set(place.line, [{ holder, at }]);
    }
  }
  const left: Draft[] = [];
  for (const [index, text] of lines.entries()) {
    const held = byLine.get(index + 1) ?? [];
    const covered = new Uint8Array(text.length);
    for (const { holder, at } of held) {
      const place = holder.places[at];
      if (place) covered.fill(1, place.from, place.to);
    }
    for (const run of uncovered(text, covered)) {
      const words = text.slice(run.from, run.to);
      const beside = isMark(words) ? nearest(held, run) : undefined;
      const place = beside?.holder.places[beside.at];
      if (beside && place) {
        beside.holder.places[beside.at] = {
          line: place.line,
          from: Math.min(place.from, run.from),
          to: Math.max(place.to, run.to),
        };
      } else left.push(over(words, index + 1, run));
    }
  }
  return [...placed.map(({ draft, places }) => ({ ...draft, places })), ...left];
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Runs of characters that no piece covers, blanks at their ends left out. */
function uncovered(text: string, covered: Uint8Array): Run[] {
  const runs: Run[] = [];
  let from = -1;
  let to = -1;
  for (let at = 0; at < text.length; at += 1) {
    if (covered[at]) {
      if (from >= 0) runs.push({ from, to });
      from = -1;
    } else if (/\S/.test(text[at] ?? '')) {
      if (from < 0) from = at;
      to = at + 1;
    }
  }
  if (from >= 0) runs.push({ from, to });
  return runs;
}

function isMark(words: string): boolean {
  return /^[\p{P}\p{S}\p{N}\s\p{Cf}]*$/u.test(words) || /^[\p{L}\s]{1,4}$/u.test(words);
}

function nearest<Held extends { holder: { places: Place[] }; at: number }>(
  held: readonly Held[],
  run: Run,
): Held | undefined {
  let best: { one: Held; distance: number } | undefined;
  for (const one of held) {
    const place = one.holder.places[one.at];
    if (!place) continue;
    const distance = place.to <= run.from ? run.from - place.to : place.from - run.to;
    if (distance >= 0 && (!best || distance < best.distance)) best = { one, distance };
  }
  return best?.one;
}

function over(text: string, line: number, { from, to }: Run): Draft {
  const reason: Piece['reason'] = /^[\p{P}\p{S}\s]*$/u.test(text) ? 'page-furniture' : 'not-placed';
  return { kind: 'unrecognised', text, places: [{ line, from, to }], reason };
}
