/**
 * Coming back without the six words: by the recovery kit where something is kept here, or by a backup
 * on any device. Either way six new words are chosen.
 */
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Button } from '../../ui/Button.tsx';
import { Radio, RadioGroup } from '../../ui/Choices.tsx';
import { LinkButton } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useGo } from '../../ui/where.ts';
import type { BackupOpener } from '../open-workspace/vault.ts';
import { useMoves, useSession } from '../session/context.tsx';
import { BeginAnew } from './BeginAnew.tsx';
import { NewWords, ownWordsLanguage } from './NewWords.tsx';
import { SixWords } from './SixWords.tsx';

interface Chosen {
  readonly bytes: Uint8Array | undefined;
  readonly opener: BackupOpener;
}

export default function ComeBack() {
  const session = useSession();
  const { restoreFromBackup, restoreFromKit } = useMoves();
  const go = useGo();
  const [chosen, setChosen] = useState<Chosen>();

  if (session.type === 'Open')
    return (
      <Page
        title={<Trans>You are back.</Trans>}
        action={
          <LinkButton to="/" kind="filled">
            <Trans>Go to Today</Trans>
          </LinkButton>
        }
      />
    );
  if (!chosen) return <HowToComeBack hasSome={session.type === 'Locked'} onChosen={setChosen} />;
  return (
    <NewWords
      done={<Trans>Open with these words</Trans>}
      onChosen={async (words) => {
        const { bytes, opener } = chosen;
        const refused = bytes
          ? await restoreFromBackup(bytes, opener, words)
          : 'kit' in opener
            ? await restoreFromKit(opener.kit, words)
            : undefined;
        if (!refused) go('/', { instead: true });
        return refused;
      }}
    />
  );
}

function HowToComeBack({
  hasSome,
  onChosen,
}: {
  readonly hasSome: boolean;
  readonly onChosen: (chosen: Chosen) => void;
}) {
  const [way, setWay] = useState(hasSome ? 'here' : 'backup');
  const [file, setFile] = useState<File>();
  const [opens, setOpens] = useState('kit');
  const [kit, setKit] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const byKit = way === 'here' || opens === 'kit';
  const isReady = (way === 'here' || file) && (byKit ? kit : passphrase).trim() !== '';

  const next = async () => {
    onChosen({
      bytes: way === 'backup' && file ? new Uint8Array(await file.arrayBuffer()) : undefined,
      opener: byKit ? { kit } : { passphrase: passphrase.trim() },
    });
  };

  return (
    <Page
      title={<Trans>How would you like to come back?</Trans>}
      action={
        <>
          <Button kind="filled" isDisabled={!isReady} onPress={() => void next()}>
            <Trans>Next</Trans>
          </Button>
          <LinkButton to="/" kind="quiet">
            {hasSome ? <Trans>Back to the lock</Trans> : <Trans>Back to the beginning</Trans>}
          </LinkButton>
        </>
      }
    >
      {hasSome && (
        <RadioGroup label={<Trans>What do you have?</Trans>} value={way} onChange={setWay}>
          <Radio value="here">
            <Trans>The twelve words of my recovery kit</Trans>
          </Radio>
          <Radio value="backup">
            <Trans>A backup</Trans>
          </Radio>
        </RadioGroup>
      )}
      {way === 'backup' && (
        <>
          <ChooseFile file={file} onFile={setFile} />
          <RadioGroup label={<Trans>What opens it?</Trans>} value={opens} onChange={setOpens}>
            <Radio value="kit">
              <Trans>The twelve words of my recovery kit</Trans>
            </Radio>
            <Radio value="passphrase">
              <Trans>A passphrase of its own</Trans>
            </Radio>
          </RadioGroup>
        </>
      )}
      {byKit ? (
        <SixWords
          label={<Trans>Your twelve words</Trans>}
          value={kit}
          onChange={setKit}
          language={ownWordsLanguage()}
          rows={3}
        />
      ) : (
        <TextField label={<Trans>Passphrase</Trans>} value={passphrase} onChange={setPassphrase} />
      )}
      <p className="quiet">
        <Trans>Next you choose six new words. Until the end nothing here is changed.</Trans>
      </p>
      {hasSome && <BeginAnew />}
    </Page>
  );
}

function ChooseFile({
  file,
  onFile,
}: {
  readonly file: File | undefined;
  readonly onFile: (file: File) => void;
}) {
  const name: ReactNode = file ? <bdi>{file.name}</bdi> : <Trans>No file chosen yet</Trans>;
  return (
    <div className="row">
      <FileTrigger
        acceptedFileTypes={['.age']}
        onSelect={(files) => {
          const first = files?.item(0);
          if (first) onFile(first);
        }}
      >
        <Button>
          <Trans>Choose the file</Trans>
        </Button>
      </FileTrigger>
      <span className="quiet">{name}</span>
    </div>
  );
}
