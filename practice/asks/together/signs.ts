/**
 * What two asks about one event have in common though they are written in different languages: names that
 * stay as they are (a street, a court), and numbers. Only capitals tell a name, so that a text without
 * them, or all in them, has none; a name written in another script is not known again.
 */
import { folded } from '../../clean.ts';

export interface Signs {
  /** Capitalised where no sentence begins. */
  readonly names: ReadonlySet<string>;
  /** Capitalised anywhere: a name may begin a sentence in one of the two. */
  readonly capitals: ReadonlySet<string>;
  /** Of three digits or more, and no year. */
  readonly numbers: ReadonlySet<string>;
  /** Whether most of its letters are Latin. */
  readonly isLatin: boolean;
}

const capital = /\p{Lu}[\p{L}\p{M}]{3,}/gu;
const sentenceBegins = /(?:^|[.!?¿¡:;…"“”«»()\n])\s*$/u;
const digits = /\p{Nd}{3,}/gu;
const year = /^(?:19|20)\d\d$/;

export function signsOf(text: string): Signs {
  const [names, capitals] = [new Set<string>(), new Set<string>()];
  if (!isAllCapitals(text)) {
    for (const match of text.matchAll(capital)) {
      const name = folded(match[0]);
      capitals.add(name);
      const before = text.slice(Math.max(0, match.index - 20), match.index);
      if (!sentenceBegins.test(before)) names.add(name);
    }
  }
  const numbers = [...text.matchAll(digits)].map(([number]) => folded(number));
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return {
    names,
    capitals,
    numbers: new Set(numbers.filter((number) => !year.test(number))),
    isLatin: latin * 2 >= letters,
  };
}

/** The names and numbers that stand in both; words of `names` (who asks, and who we are) are none. */
export function signsInBoth(
  one: Signs,
  other: Signs,
  ...names: readonly string[]
): readonly string[] {
  const both = [
    ...[...one.names].filter((name) => other.capitals.has(name)),
    ...[...other.names].filter((name) => one.capitals.has(name)),
    ...[...one.numbers].filter((number) => other.numbers.has(number)),
  ];
  if (both.length === 0) return both;
  const own = new Set(names.flatMap((name) => folded(name).split(/[^\p{L}\p{M}\d]+/u)));
  return both.filter((sign) => !own.has(sign));
}

/** Whether most letters that a script writes in two cases are capitals: then they tell nothing. */
function isAllCapitals(text: string): boolean {
  const large = text.match(/\p{Lu}/gu)?.length ?? 0;
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  return large > small;
}
