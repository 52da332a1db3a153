/**
 * Six new words: in which language, on paper, two of them typed again; then `onChosen` uses them. Until
 * that answers, nothing changed and one can go back.
 */
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Radio, RadioGroup } from '../../ui/Choices.tsx';
import { Page } from '../../ui/Page.tsx';
import { languages } from '../../words/languages.ts';
import { looks } from '../look.ts';
import { type Refusal, refusalSentence } from '../refusal-sentences.tsx';
import { TwoAgain } from './TwoAgain.tsx';
import { WordsToKeep } from './WordsToKeep.tsx';
import { drawWords, type WordsLanguage, wordsLanguages } from './word-lists.ts';

export interface NewWordsProps {
  /** What the last button says. */
  readonly done: ReactNode;
  readonly onChosen: (words: string) => Promise<Refusal | undefined>;
}

export function NewWords({ done, onChosen }: NewWordsProps) {
  const [language, setLanguage] = useState<WordsLanguage>(ownWordsLanguage);
  const [words, setWords] = useState<readonly string[]>([]);
  const [written, setWritten] = useState(false);
  const [working, setWorking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();

  useEffect(() => {
    let gone = false;
    void drawWords(language).then((drawn) => {
      if (!gone) setWords(drawn);
    });
    return () => {
      gone = true;
    };
  }, [language]);

  const finish = async () => {
    setWorking(true);
    setRefusal(undefined);
    const refused = await onChosen(words.join(' '));
    setWorking(false);
    setRefusal(refused);
  };

  if (written)
    return (
      <TwoAgain
        key="again"
        words={words}
        language={language}
        working={working}
        done={done}
        wrong={refusal && refusalSentence(refusal, words)}
        onRight={() => void finish()}
        onBack={() => setWritten(false)}
      />
    );

  return (
    <Page
      key="words"
      title={<Trans>Write these six words on paper.</Trans>}
      action={
        <>
          <Button kind="filled" isDisabled={words.length === 0} onPress={() => setWritten(true)}>
            <Trans>I have written them down</Trans>
          </Button>
          <Button kind="quiet" onPress={() => void drawWords(language).then(setWords)}>
            <Trans>Other words</Trans>
          </Button>
        </>
      }
    >
      {/* First, so that none of the six is hidden under the button of a small phone. */}
      <WordsToKeep words={words} language={language} />
      <p>
        <Trans>
          They open what you keep, on this device. Nobody else has them, and nobody can send them to
          you again. Please take no picture of them.
        </Trans>
      </p>
      <RadioGroup
        label={<Trans>Words in your own language</Trans>}
        value={language}
        onChange={(chosen) => setLanguage(wordsLanguages.find((one) => one === chosen) ?? language)}
      >
        {wordsLanguages.map((one) => (
          <Radio key={one} value={one}>
            <span className="own-name" lang={one}>
              {languages[one].name}
            </span>
          </Radio>
        ))}
      </RadioGroup>
    </Page>
  );
}

export function ownWordsLanguage(): WordsLanguage {
  const { language } = looks.get();
  return wordsLanguages.find((one) => one === language) ?? 'en';
}
