/** A backup: everything this person can read, as one sealed file in the age format. */
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Radio, RadioGroup } from '../../ui/Choices.tsx';
import { today } from '../../ui/days.ts';
import { TextLink } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { TextField } from '../../ui/TextField.tsx';
import { useUndo } from '../../ui/Undo.tsx';
import { typedWords } from '../keeping/SixWords.tsx';
import type { KeptWorkspace } from '../open-workspace/vault.ts';
import { type Refusal, refusalSentence } from '../refusal-sentences.tsx';
import { KeptOnly } from './KeptOnly.tsx';
import { WordsAgain } from './WordsAgain.tsx';

/** Shorter than this a passphrase can be guessed. */
const leastLetters = 16;

export default function Backup() {
  return <KeptOnly>{(workspace) => <Make workspace={workspace} />}</KeptOnly>;
}

function Make({ workspace }: { readonly workspace: KeptWorkspace }) {
  const say = useUndo();
  const hasKit = workspace.hasRecoveryKit();
  const [opener, setOpener] = useState(hasKit ? 'kit' : 'passphrase');
  const [passphrase, setPassphrase] = useState('');
  const [words, setWords] = useState('');
  const [working, setWorking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const tooShort = opener === 'passphrase' && passphrase.trim().length < leastLetters;

  const make = async () => {
    setWorking(true);
    setRefusal(undefined);
    const made = await workspace.backup(
      opener === 'kit' ? { kit: true } : { passphrase: passphrase.trim() },
      words,
    );
    setWorking(false);
    if ('type' in made) {
      setRefusal(made);
      return;
    }
    saveFile(`alongside-${today()}.age`, [made], 'application/octet-stream');
    say(t`The backup is made. Put it somewhere else than this device.`);
  };

  return (
    <Page
      title={<Trans>One sealed file with everything.</Trans>}
      action={
        <Button kind="filled" isDisabled={working || tooShort} onPress={() => void make()}>
          {working ? <Trans>Sealing</Trans> : <Trans>Make a backup</Trans>}
        </Button>
      }
    >
      <p>
        <Trans>
          Copy it to a stick, or give it to someone you trust: without the words it is closed to
          them. It holds what you can read today, your notebook too.
        </Trans>
      </p>
      <RadioGroup label={<Trans>What will open it?</Trans>} value={opener} onChange={setOpener}>
        {hasKit && (
          <Radio value="kit">
            <Trans>My recovery kit</Trans>
          </Radio>
        )}
        <Radio value="passphrase">
          <Trans>A passphrase of its own</Trans>
        </Radio>
      </RadioGroup>
      {opener === 'passphrase' && (
        <TextField
          label={<Trans>Passphrase</Trans>}
          hint={
            <Trans>Four or five words that belong to no song or saying. Write it on paper.</Trans>
          }
          value={passphrase}
          onChange={setPassphrase}
        />
      )}
      {!hasKit && (
        <p className="quiet">
          <TextLink to="/settings/recovery">
            <Trans>With a recovery kit no passphrase is needed.</Trans>
          </TextLink>
        </p>
      )}
      <WordsAgain value={words} onChange={setWords} />
      {refusal && (
        <Notice kind="grave" announced>
          <p>{refusalSentence(refusal, typedWords(words))}</p>
        </Notice>
      )}
    </Page>
  );
}
