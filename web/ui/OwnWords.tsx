/**
 * Words that people wrote, among ours: they keep their own direction and, where their letters tell it,
 * their own language, so that they stand in its face and are read aloud in its voice. An item of a list
 * takes the first form, because its mark stands on the side of the list, not of the words.
 */
import { languageOfLetters } from '@alongside/practice/letters';

/** Enough letters to tell a language by, however long the text. */
const enough = 400;

/** Within a line: `<Trans>They ask: <OwnWords>{ask.what}</OwnWords></Trans>`. A known language goes first. */
export function OwnWords({
  children,
  lang,
}: {
  readonly children: string;
  readonly lang?: string | undefined;
}) {
  return <bdi lang={lang ?? languageOfLetters(children.slice(0, enough))}>{children}</bdi>;
}

/** For a block or a field of its own: `<p {...ownWords(ask.what)}>`. A known language goes first. */
export function ownWords(words: string, known?: string) {
  const lang = known ?? languageOfLetters(words.slice(0, enough));
  return { dir: 'auto', ...(lang !== undefined && { lang }) } as const;
}
