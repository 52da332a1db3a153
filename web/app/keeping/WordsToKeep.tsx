/** Words to be written on paper, numbered, in their own direction. */
import { languages } from '../../words/languages.ts';
import type { WordsLanguage } from './word-lists.ts';
import './SixWords.css';

export function WordsToKeep({
  words,
  language,
}: {
  readonly words: readonly string[];
  readonly language: WordsLanguage;
}) {
  return (
    <ol className="words-to-keep" lang={language} dir={languages[language].direction}>
      {words.map((word, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word may be drawn twice; its place is what it is
        <li key={at}>{word}</li>
      ))}
    </ol>
  );
}
