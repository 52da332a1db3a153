/**
 * Four words that two people compare, aloud or side by side. The same four numbers stand in every
 * language's list, so each can read them in their own.
 */
import type { FourWords } from '@alongside/vault/kept';
import { useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';
import { type Language, languages } from '../words/languages.ts';
import './FourWordsShown.css';

const listed = ['en', 'es', 'ar'] as const;
type Listed = (typeof listed)[number];

export function FourWordsShown({ words }: { readonly words: FourWords }) {
  const { i18n } = useLingui();
  const language = listed.find((one) => one === i18n.locale) ?? 'en';
  const shown = useWords(words, language);
  return (
    <ol className="four-words" lang={language} dir={languages[language as Language].direction}>
      {shown.map((word, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice; its place is what it is
        <li key={at}>{word}</li>
      ))}
    </ol>
  );
}

/** Loads the lists: where four words are waited for, they need not be. */
export function useFourWordsSoon(): void {
  useEffect(() => void lists().catch(() => {}), []);
}

const lists = () => import('@alongside/vault/words');

function useWords(words: FourWords, language: Listed): readonly string[] {
  const [shown, setShown] = useState<readonly string[]>([]);
  useEffect(() => {
    let gone = false;
    void lists().then(({ wordLists }) => {
      if (!gone) setShown(words.map((at) => wordLists[language][at] ?? ''));
    });
    return () => {
      gone = true;
    };
  }, [words, language]);
  return shown;
}
