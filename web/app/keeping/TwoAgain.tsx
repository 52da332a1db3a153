/** Two of the words typed again, so that a slip of the pen is found while the words can still be seen. */
import { Plural, Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { SixWords } from './SixWords.tsx';
import { isSameWord, type WordsLanguage } from './word-lists.ts';

export interface TwoAgainProps {
  readonly words: readonly string[];
  readonly language: WordsLanguage;
  /** How many are asked for; 2 unless told. */
  readonly ask?: number;
  readonly working: boolean;
  /** What the button says. */
  readonly done: ReactNode;
  readonly wrong?: ReactNode;
  readonly onRight: () => void;
  readonly onBack: () => void;
}

export function TwoAgain(props: TwoAgainProps) {
  const { words, language, ask = 2, working, done, wrong, onRight, onBack } = props;
  const [asked] = useState(() => somePlaces(words.length, ask));
  const [typed, setTyped] = useState<readonly string[]>(() => asked.map(() => ''));
  const [slips, setSlips] = useState<readonly boolean[]>([]);

  const check = async () => {
    const same = await Promise.all(
      asked.map((place, at) => isSameWord(typed[at] ?? '', words[place] ?? '', language)),
    );
    setSlips(same.map((right) => !right));
    if (same.every(Boolean)) onRight();
  };

  return (
    <Page
      title={
        <Plural
          value={ask}
          one="Now type one of them, from your paper."
          other="Now type # of them, from your paper."
        />
      }
      action={
        <>
          <Button kind="filled" isDisabled={working} onPress={() => void check()}>
            {working ? <Trans>Sealing</Trans> : done}
          </Button>
          <Button kind="quiet" isDisabled={working} onPress={onBack}>
            <Trans>See the words again</Trans>
          </Button>
        </>
      }
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        {asked.map((place, at) => {
          const number = place + 1;
          return (
            <SixWords
              key={place}
              label={<Trans>Word {number}</Trans>}
              wrong={
                slips[at] ? <Trans>Not the word we showed. Look at your paper.</Trans> : undefined
              }
              value={typed[at] ?? ''}
              onChange={(value) =>
                setTyped((before) => before.map((one, index) => (index === at ? value : one)))
              }
              language={language}
              autoFocus={at === 0}
              rows={1}
            />
          );
        })}
      </form>
      {wrong && (
        <Notice kind="grave" announced>
          <p>{wrong}</p>
        </Notice>
      )}
    </Page>
  );
}

/** That many different places of a list, in order. */
function somePlaces(length: number, count: number): readonly number[] {
  const places = Array.from({ length }, (_, place) => place);
  const order = crypto.getRandomValues(new Uint32Array(length));
  places.sort((one, other) => (order[one] ?? 0) - (order[other] ?? 0));
  return places.slice(0, count).sort((one, other) => one - other);
}
