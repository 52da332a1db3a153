/** The lock: six words open it. What to do if something happens can be read without them. */
import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextLink } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { type Refusal, refusalSentence } from '../refusal-sentences.tsx';
import { useMoves } from '../session/context.tsx';
import type { Session } from '../session/session.ts';
import { ownWordsLanguage } from './NewWords.tsx';
import { SixWords, typedWords } from './SixWords.tsx';

export default function Locked({
  session,
}: {
  readonly session: Extract<Session, { type: 'Locked' }>;
}) {
  const { unlock } = useMoves();
  const { lost } = session;
  const [value, setValue] = useState('');
  const [working, setWorking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const language = ownWordsLanguage();

  const open = async () => {
    setWorking(true);
    const refused = await unlock(value);
    setWorking(false);
    setRefusal(refused);
  };

  return (
    <Page
      above={<strong className="wordmark">Alongside</strong>}
      title={
        session.risky ? <Trans>Locked. Go safely.</Trans> : <Trans>Your six words open this.</Trans>
      }
      action={
        <Button kind="filled" isDisabled={working} onPress={() => void open()}>
          {working ? <Trans>Opening</Trans> : <Trans>Open</Trans>}
        </Button>
      }
    >
      {lost !== undefined && (
        <Notice kind="grave" announced>
          <p>
            <Plural
              value={lost}
              one="One change could not be saved before this was locked, and is lost."
              other="# changes could not be saved before this was locked, and are lost."
            />
          </p>
        </Notice>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          void open();
        }}
      >
        <SixWords
          label={<Trans>Your six words</Trans>}
          hint={<Trans>With spaces between them; capitals and accents do not matter.</Trans>}
          value={value}
          onChange={setValue}
          language={language}
          autoFocus
        />
      </form>
      {refusal && (
        <Notice kind="care" announced>
          <p>{refusalSentence(refusal, typedWords(value))}</p>
        </Notice>
      )}
      <p className="quiet">
        <Trans>
          It locks whenever the page is closed or loaded again, and by itself after a while: whoever
          holds this device then reads nothing.
        </Trans>
      </p>
      <p>
        <TextLink to="/come-back">
          <Trans>I do not have the words any more</Trans>
        </TextLink>
      </p>
      <p>
        <TextLink to="/if-something-happens">
          <Trans>If something happens</Trans>
        </TextLink>
      </p>
    </Page>
  );
}
