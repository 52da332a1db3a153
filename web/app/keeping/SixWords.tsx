/**
 * A field for words of a list: typed with any keyboard, in any of the languages, with or without
 * marks and capitals. While a word is being typed, up to four that begin so can be tapped instead.
 */
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { loadList, type WordList, type WordsLanguage } from './word-lists.ts';
import './SixWords.css';

export interface SixWordsProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly wrong?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly language: WordsLanguage;
  readonly autoFocus?: boolean;
  readonly rows?: number;
}

export function SixWords({ language, value, onChange, rows = 2, ...words }: SixWordsProps) {
  const list = useList(language);
  const begun = /\S+$/.exec(value)?.[0] ?? '';
  const offers = begun && list ? list.beginningWith(begun, 4) : [];
  return (
    <div className="six-words">
      <TextArea {...words} value={value} onChange={onChange} rows={rows} lang={language} />
      <div className="row">
        {offers.map((offer) => (
          <Button
            key={offer}
            onPress={() => onChange(`${value.slice(0, value.length - begun.length)}${offer} `)}
          >
            <span lang={language}>{offer}</span>
          </Button>
        ))}
      </div>
    </div>
  );
}

/** What was typed, cut at spaces, commas and line ends. */
export function typedWords(value: string): readonly string[] {
  return value.split(/[\s,،.·]+/u).filter((word) => word !== '');
}

function useList(language: WordsLanguage): WordList | undefined {
  const [list, setList] = useState<WordList>();
  useEffect(() => {
    let gone = false;
    void loadList(language).then((loaded) => {
      if (!gone) setList(loaded);
    });
    return () => {
      gone = true;
    };
  }, [language]);
  return list;
}
