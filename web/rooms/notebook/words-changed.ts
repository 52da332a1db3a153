/** The one place where two states of a text differ. */
export interface WordsChanged {
  /** Where, in UTF-16 units. */
  readonly at: number;
  /** How many units go. */
  readonly removed: number;
  readonly inserted: string;
}

/** What turns the first into the second. Never cuts a letter that takes two units in half. */
export function wordsChanged(before: string, after: string): WordsChanged {
  const shorter = Math.min(before.length, after.length);
  let at = 0;
  while (at < shorter && before[at] === after[at]) at++;
  if (at > 0 && isFirstHalf(before.charCodeAt(at - 1))) at--;
  let same = 0;
  while (same < shorter - at && before.at(-1 - same) === after.at(-1 - same)) same++;
  if (same > 0 && isSecondHalf(before.charCodeAt(before.length - same))) same--;
  return { at, removed: before.length - at - same, inserted: after.slice(at, after.length - same) };
}

function isFirstHalf(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isSecondHalf(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
