/**
 * Coming back without the six words: by the recovery kit where something is kept here, by the kit and
 * the server alone, or by a backup on any device. Either way six new words are chosen.
 */
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Button } from '../../ui/Button.tsx';
import { Radio, RadioGroup } from '../../ui/Choices.tsx';
import { LinkButton } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useGo } from '../../ui/where.ts';
import { joinRefusalWords } from '../joining/join-refusal-words.ts';
import type { BackupOpener, JoinRefusal } from '../open-workspace/vault.ts';
import { type Refusal, refusalSentence } from '../refusal-sentences.tsx';
import { useMoves, useSession } from '../session/context.tsx';
import { BeginAnew } from './BeginAnew.tsx';
import { NewWords, ownWordsLanguage } from './NewWords.tsx';
import { SixWords, typedWords } from './SixWords.tsx';

/** What was chosen and typed, so that it is all still there when something was wrong with it. */
interface Typed {
  readonly way: string;
  readonly file: File | undefined;
  readonly opens: string;
  readonly kit: string;
  readonly passphrase: string;
  readonly server: string;
}

interface Chosen {
  readonly bytes: Uint8Array | undefined;
  readonly opener: BackupOpener;
  /** Where the kit finds the workspace, with nothing here and no backup. */
  readonly server?: string;
}

export default function ComeBack() {
  const session = useSession();
  const { restoreFromBackup, restoreFromKit, comeBackByKit, lookIntoBackup } = useMoves();
  const go = useGo();
  const [typed, setTyped] = useState<Typed>({
    way: session.type === 'Locked' ? 'here' : 'server',
    file: undefined,
    opens: 'kit',
    kit: '',
    passphrase: '',
    server: window.location.origin,
  });
  const [chosen, setChosen] = useState<Chosen>();
  const [refusal, setRefusal] = useState<Refusal | JoinRefusal>();

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
  /** Looks whether it opens before anyone writes six new words down for nothing. */
  const choose = async (next: Chosen) => {
    const refused = next.bytes && (await lookIntoBackup(next.bytes, next.opener));
    setRefusal(refused);
    if (!refused) setChosen(next);
  };
  if (!chosen)
    return (
      <HowToComeBack
        hasSome={session.type === 'Locked'}
        typed={typed}
        onTyped={setTyped}
        refusal={refusal}
        onChosen={choose}
      />
    );
  return (
    <NewWords
      done={<Trans>Open with these words</Trans>}
      onChosen={async (words) => {
        const { bytes, opener, server } = chosen;
        if (server !== undefined && 'kit' in opener) {
          const far = await comeBackByKit({ kit: opener.kit, server, words });
          if (far) {
            setRefusal(far);
            setChosen(undefined);
          } else go('/', { instead: true });
          return undefined;
        }
        const refused = bytes
          ? await restoreFromBackup(bytes, opener, words)
          : 'kit' in opener
            ? await restoreFromKit(opener.kit, words)
            : undefined;
        if (!refused) go('/', { instead: true });
        else if (isAboutOpener(refused)) {
          setRefusal(refused);
          setChosen(undefined);
          return undefined;
        }
        return refused;
      }}
    />
  );
}

/** Whether it speaks of the kit, the passphrase or the backup, rather than of the six new words. */
function isAboutOpener({ type }: Refusal): boolean {
  return type !== 'StorageFull' && type !== 'StorageLost' && type !== 'StorageInUse';
}

function HowToComeBack({
  hasSome,
  typed,
  onTyped,
  refusal,
  onChosen,
}: {
  readonly hasSome: boolean;
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
  readonly refusal: Refusal | JoinRefusal | undefined;
  readonly onChosen: (chosen: Chosen) => Promise<void>;
}) {
  const { way, file, opens, kit, passphrase, server } = typed;
  const set = (part: Partial<Typed>) => onTyped({ ...typed, ...part });
  const [working, setWorking] = useState(false);
  const { _ } = useLingui();
  const byKit = way !== 'backup' || opens === 'kit';
  const has = way === 'backup' ? file !== undefined : way === 'here' || server.trim() !== '';
  const isReady = has && (byKit ? kit : passphrase).trim() !== '';

  const next = async () => {
    setWorking(true);
    await onChosen({
      bytes: way === 'backup' && file ? new Uint8Array(await file.arrayBuffer()) : undefined,
      opener: byKit ? { kit } : { passphrase: passphrase.trim() },
      ...(way === 'server' && { server: server.trim() }),
    });
    setWorking(false);
  };

  const about = refusal && way === 'server' ? farWords(refusal) : undefined;
  const sentence = about
    ? _(about)
    : refusal && refusalSentence(refusal as Refusal, byKit ? typedWords(kit) : []);

  return (
    <Page
      title={<Trans>How would you like to come back?</Trans>}
      action={
        <>
          <Button kind="filled" isDisabled={!isReady || working} onPress={() => void next()}>
            <Trans>Next</Trans>
          </Button>
          <LinkButton to="/" kind="quiet">
            {hasSome ? <Trans>Back to the lock</Trans> : <Trans>Back to the beginning</Trans>}
          </LinkButton>
        </>
      }
    >
      <RadioGroup
        label={<Trans>What do you have?</Trans>}
        value={way}
        onChange={(chosen) => set({ way: chosen })}
      >
        {hasSome && (
          <Radio value="here">
            <Trans>The twelve words of my recovery kit</Trans>
          </Radio>
        )}
        <Radio
          value="server"
          note={<Trans>Where the workspace is on a server. Nothing else is needed.</Trans>}
        >
          {hasSome ? (
            <Trans>Twelve words of another workspace, on a server</Trans>
          ) : (
            <Trans>The twelve words of my recovery kit</Trans>
          )}
        </Radio>
        <Radio value="backup">
          <Trans>A backup</Trans>
        </Radio>
      </RadioGroup>
      {way === 'server' && (
        <TextField
          label={<Trans>The address of the server</Trans>}
          value={server}
          onChange={(address) => set({ server: address })}
        />
      )}
      {way === 'backup' && (
        <>
          <ChooseFile file={file} onFile={(chosen) => set({ file: chosen })} />
          <RadioGroup
            label={<Trans>What opens it?</Trans>}
            value={opens}
            onChange={(chosen) => set({ opens: chosen })}
          >
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
          onChange={(words) => set({ kit: words })}
          language={ownWordsLanguage()}
          rows={3}
        />
      ) : (
        <TextField
          label={<Trans>Passphrase</Trans>}
          value={passphrase}
          onChange={(words) => set({ passphrase: words })}
        />
      )}
      {refusal && (
        <Notice kind="grave" announced>
          <p>{sentence}</p>
        </Notice>
      )}
      <p className="quiet">
        <Trans>Next you choose six new words. Until the end nothing here is changed.</Trans>
      </p>
      {hasSome && <BeginAnew />}
    </Page>
  );
}

/** What the server said to twelve words; undefined where it is another refusal. */
function farWords({ type }: Refusal | JoinRefusal): MessageDescriptor | undefined {
  if (type === 'NotTheirs' || type === 'NotALink') return joinRefusalWords.KitUnknown;
  return Object.entries(joinRefusalWords).find(([name]) => name === type)?.[1];
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
