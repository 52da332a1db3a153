/** The six words once more, where something is made that lasts longer than the open workspace. */
import { Trans } from '@lingui/react/macro';
import { ownWordsLanguage } from '../keeping/NewWords.tsx';
import { SixWords } from '../keeping/SixWords.tsx';

export interface WordsAgainProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function WordsAgain(props: WordsAgainProps) {
  return (
    <SixWords {...props} label={<Trans>Your six words</Trans>} language={ownWordsLanguage()} />
  );
}
