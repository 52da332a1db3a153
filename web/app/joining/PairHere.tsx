/** Another device of mine: its code is read here by camera or typed, then both show four words. */
import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useGo } from '../../ui/where.ts';
import { NewWords, ownWordsLanguage } from '../keeping/NewWords.tsx';
import { useMoves, useSession } from '../session/context.tsx';
import type { Turn } from '../session/moves.ts';
import { arrivedWith, forgetFragment } from './arrived-with.ts';
import { OpenAlready } from './OpenAlready.tsx';
import { usePreparing } from './preparing.ts';
import { Waiting } from './Waiting.tsx';

export default function PairHere() {
  const session = useSession();
  const { pairHere } = useMoves();
  const [code, setCode] = useState(() => arrivedWith('/pair'));
  const [turn, setTurn] = useState<Turn>();
  const [stop] = useState(() => new AbortController());
  const go = useGo();

  useEffect(() => () => stop.abort(), [stop]);
  usePreparing(ownWordsLanguage(), session.type === 'Doors' || session.type === 'Locked');

  if (turn)
    return (
      <Waiting
        turn={turn}
        onIn={() => {
          forgetFragment();
          go('/', { instead: true });
        }}
      />
    );
  if (session.type === 'Open' || session.type === 'Passing') return <OpenAlready />;
  if (code === '') return <TypeCode onCode={setCode} />;
  return (
    <NewWords
      done={<Trans>Add this device</Trans>}
      onChosen={async (words) => {
        setTurn(await pairHere({ code, words, signal: stop.signal }));
        return undefined;
      }}
    />
  );
}

function TypeCode({ onCode }: { readonly onCode: (code: string) => void }) {
  const [typed, setTyped] = useState('');
  const code = typed.slice(typed.indexOf('#') + 1).trim();
  return (
    <Page
      title={<Trans>On the device that you have already, choose “Add a device”.</Trans>}
      action={
        <>
          <Button kind="filled" isDisabled={code === ''} onPress={() => onCode(code)}>
            <Trans>Next</Trans>
          </Button>
          <LinkButton to="/" kind="quiet">
            <Trans>Back to the beginning</Trans>
          </LinkButton>
        </>
      }
    >
      <p>
        <Trans>
          It shows a code under “People here”, “My devices”. Read it with this phone’s camera, or
          type it:
        </Trans>
      </p>
      <TextField label={<Trans>The code</Trans>} value={typed} onChange={setTyped} />
    </Page>
  );
}
