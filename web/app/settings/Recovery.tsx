/** The recovery kit: twelve words shown once, three of them typed again. A new kit revokes the old. */
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { useTogether } from '../../ui/together.ts';
import { useUndo } from '../../ui/Undo.tsx';
import { useGo } from '../../ui/where.ts';
import { ownWordsLanguage } from '../keeping/NewWords.tsx';
import { typedWords } from '../keeping/SixWords.tsx';
import { TwoAgain } from '../keeping/TwoAgain.tsx';
import { WordsToKeep } from '../keeping/WordsToKeep.tsx';
import type { KeptWorkspace } from '../open-workspace/vault.ts';
import { type Refusal, refusalSentence } from '../refusal-sentences.tsx';
import { KeptOnly } from './KeptOnly.tsx';
import { WordsAgain } from './WordsAgain.tsx';

export default function Recovery() {
  return <KeptOnly>{(workspace) => <Kit workspace={workspace} />}</KeptOnly>;
}

function Kit({ workspace }: { readonly workspace: KeptWorkspace }) {
  const say = useUndo();
  const go = useGo();
  const [language] = useState(ownWordsLanguage);
  const [{ words, oldLeft }, setKit] = useState({ words: [] as readonly string[], oldLeft: false });
  const [six, setSix] = useState('');
  const [written, setWritten] = useState(false);
  const [working, setWorking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const now = useTogether()?.now;
  const mine = now?.people.find(({ id }) => id === now.me)?.devices ?? [];
  // A kit may have been made on another device of this person.
  const hasKit =
    workspace.hasRecoveryKit() ||
    mine.some(({ kind, active, isThis }) => active && !isThis && kind === 'kit');

  const end = async () => {
    setWorking(true);
    const refused = await workspace.revokeRecoveryKit(six);
    setWorking(false);
    setRefusal(refused);
    if (refused) return;
    setSix('');
    say(t`The recovery kit is ended. Its paper opens nothing here from now on.`);
  };
  const make = async () => {
    setWorking(true);
    const made = await workspace.createRecoveryKit(language, six);
    setWorking(false);
    if ('type' in made) setRefusal(made);
    else {
      setSix('');
      setKit(made);
    }
  };

  if (written)
    return (
      <TwoAgain
        words={words}
        language={language}
        ask={3}
        working={false}
        done={<Trans>My paper is right</Trans>}
        onBack={() => setWritten(false)}
        onRight={() => {
          go('/settings', { instead: true });
          say(t`The recovery kit is ready. Keep the paper away from this device.`);
        }}
      />
    );

  if (words.length > 0)
    return (
      <Page
        key="shown"
        title={<Trans>Write these twelve words on paper. They are shown once.</Trans>}
        action={
          <>
            <Button kind="filled" onPress={() => setWritten(true)}>
              <Trans>I have written them down</Trans>
            </Button>
            <Button onPress={() => window.print()}>
              <Trans>Print this page</Trans>
            </Button>
          </>
        }
      >
        {oldLeft && (
          <Notice kind="grave" announced>
            <p>
              <Trans>
                The old kit could not be ended for good: its paper may still open something. Make
                room on the device, then make a new kit once more.
              </Trans>
            </p>
          </Notice>
        )}
        <WordsToKeep words={words} language={language} />
        <p>
          <Trans>
            With this device, a backup, or the server alone, they bring you back. Whoever finds them
            can do the same: keep them where you would keep a passport, and take no picture.
          </Trans>
        </p>
      </Page>
    );

  return (
    <Page
      key="begin"
      title={
        hasKit ? (
          <Trans>There is a recovery kit. You can make a new one.</Trans>
        ) : (
          <Trans>Twelve words on paper bring you back.</Trans>
        )
      }
      action={
        <>
          <Button kind="filled" isDisabled={working} onPress={() => void make()}>
            {hasKit ? <Trans>Make a new kit</Trans> : <Trans>Make a recovery kit</Trans>}
          </Button>
          {hasKit && (
            <Button kind="grave" isDisabled={working} onPress={() => void end()}>
              <Trans>End the kit</Trans>
            </Button>
          )}
        </>
      }
    >
      <p>
        <Trans>
          If the six words are forgotten, the kit opens this device again. If the device is gone,
          the kit opens a backup on another; or, where the workspace is on a server, brings you back
          with nothing but its words.
        </Trans>
      </p>
      {hasKit && (
        <p>
          <Trans>A new kit ends the old one: its paper opens nothing here from then on.</Trans>
        </p>
      )}
      <WordsAgain value={six} onChange={setSix} />
      {refusal && (
        <Notice kind="grave" announced>
          <p>{refusalSentence(refusal, typedWords(six))}</p>
        </Notice>
      )}
    </Page>
  );
}
