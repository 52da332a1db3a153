/**
 * Which words of a text stayed, went or came. Words are found by the language's own rules
 * (`Intl.Segmenter`), so that texts without spaces compare as well.
 */

export interface WordChange {
  readonly type: 'stayed' | 'went' | 'came';
  readonly text: string;
}

/** Beyond so many pairs of words the middle is told as one change, to stay quick on a phone. */
const mostPairs = 1_000_000;

/**
 * The way from one text to the other. What stayed and went, joined, is the first text; what stayed
 * and came is the second.
 */
export function wordChanges(before: string, after: string): WordChange[] {
  const was = wordsOf(before);
  const is = wordsOf(after);
  let start = 0;
  while (start < was.length && start < is.length && was[start] === is[start]) start++;
  let end = 0;
  while (
    end < was.length - start &&
    end < is.length - start &&
    was[was.length - 1 - end] === is[is.length - 1 - end]
  ) {
    end++;
  }
  const middle = between(was.slice(start, was.length - end), is.slice(start, is.length - end));
  return joined([
    { type: 'stayed', text: was.slice(0, start).join('') },
    ...middle,
    { type: 'stayed', text: was.slice(was.length - end).join('') },
  ]);
}

function wordsOf(text: string): string[] {
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text);
  return Array.from(segments, ({ segment }) => segment);
}

/** Longest common words by a table of lengths, walked from its start. */
function between(was: readonly string[], is: readonly string[]): WordChange[] {
  if (was.length * is.length > mostPairs) {
    return [
      { type: 'went', text: was.join('') },
      { type: 'came', text: is.join('') },
    ];
  }
  const width = is.length + 1;
  const common = new Uint32Array((was.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = was.length - 1; i >= 0; i--) {
    for (let j = is.length - 1; j >= 0; j--) {
      common[i * width + j] =
        was[i] === is[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const changes: WordChange[] = [];
  let i = 0;
  let j = 0;
  while (i < was.length || j < is.length) {
    const went = was[i];
    const came = is[j];
    if (went !== undefined && went === came) {
      changes.push({ type: 'stayed', text: went });
      i++;
      j++;
    } else if (went !== undefined && (came === undefined || at(i + 1, j) >= at(i, j + 1))) {
      changes.push({ type: 'went', text: went });
      i++;
    } else if (came !== undefined) {
      changes.push({ type: 'came', text: came });
      j++;
    }
  }
  return changes;
}

/** Changes side by side told as one, also over the spaces between them: "kitchen table", not two words. */
function joined(changes: readonly WordChange[]): WordChange[] {
  const result: WordChange[] = [];
  let [went, came, space] = ['', '', ''];
  const tell = (type: WordChange['type'], text: string) => {
    const last = result.at(-1);
    if (text === '') return;
    if (last?.type === type) result[result.length - 1] = { type, text: last.text + text };
    else result.push({ type, text });
  };
  const tellChange = () => {
    tell('went', went);
    tell('came', came);
    tell('stayed', space);
    [went, came, space] = ['', '', ''];
  };
  for (const { type, text } of changes) {
    if (type === 'stayed' && (went || came) && text.trim() === '') space += text;
    else if (type === 'stayed') {
      tellChange();
      tell(type, text);
    } else {
      went += space;
      came += space;
      space = '';
      if (type === 'went') went += text;
      else came += text;
    }
  }
  tellChange();
  return result;
}
