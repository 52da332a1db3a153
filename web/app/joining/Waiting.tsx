/** Asked, and waiting for a yes: the four words to compare, then in, or why not. */
import type { FourWords, JoinRefusal } from '@alongside/vault/kept';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { FourWordsShown, useFourWordsSoon } from '../../ui/FourWordsShown.tsx';
import { LinkButton } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';
import type { Turn } from '../session/moves.ts';
import { joinRefusalWords } from './join-refusal-words.ts';

export function Waiting({ turn, onIn }: { readonly turn: Turn; readonly onIn: () => void }) {
  const { _ } = useLingui();
  const [words, setWords] = useState<FourWords>();
  const [refusal, setRefusal] = useState<JoinRefusal>();
  const entered = useRef(onIn);
  useFourWordsSoon();
  useEffect(() => {
    let gone = false;
    void turn.fourWords.then((both) => !gone && both && setWords(both));
    void turn.done.then((refused) => {
      if (gone) return;
      if (refused) setRefusal(refused);
      else entered.current();
    });
    return () => {
      gone = true;
    };
  }, [turn]);

  if (refusal)
    return (
      <Page
        key="refused"
        title={_(joinRefusalWords[refusal.type])}
        action={
          <LinkButton to="/" kind="filled">
            <Trans>Back to the beginning</Trans>
          </LinkButton>
        }
      />
    );
  if (!words)
    return (
      <Page key="asking" title={<Trans>Asking to be let in.</Trans>}>
        <p role="status">
          <Trans>This waits for a connection and goes on by itself. Leave the page open.</Trans>
        </p>
      </Page>
    );
  return (
    <Page key="waiting" title={<Trans>You asked. Now someone there says yes.</Trans>}>
      <p>
        <Trans>If they are not next to you, read them these four words:</Trans>
      </p>
      <FourWordsShown words={words} />
      <p role="status">
        <Trans>Waiting. Leave this page open; it goes on by itself.</Trans>
      </p>
    </Page>
  );
}
