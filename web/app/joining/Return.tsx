/**
 * Somebody who was here and lost every device, on a new one: six new words, then waiting until those who
 * help have compared four words and said yes.
 */
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

export default function Return() {
  const session = useSession();
  const { comeBackByLink } = useMoves();
  const [link, setLink] = useState(() => arrivedWith('/return'));
  const [ready, setReady] = useState(false);
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
  if (link === '') return <NoLink onLink={setLink} />;
  if (!ready)
    return (
      <Page
        title={<Trans>You were here before, and lost your device.</Trans>}
        action={
          <Button kind="filled" onPress={() => setReady(true)}>
            <Trans>Next</Trans>
          </Button>
        }
      >
        <p>
          <Trans>
            You choose six new words for this device. Then it shows four words: read them to those
            who help you, in person or on the phone. When they say yes, you are who you were.
          </Trans>
        </p>
        <p>
          <Trans>
            With two of the people you chose, what only you could read comes back too. With a
            steward alone it does not.
          </Trans>
        </p>
      </Page>
    );
  return (
    <NewWords
      done={<Trans>Ask to come back</Trans>}
      onChosen={async (words) => {
        setTurn(await comeBackByLink({ fragment: link, words, signal: stop.signal }));
        return undefined;
      }}
    />
  );
}

/** The link was opened in another browser, or typed without its end. */
function NoLink({ onLink }: { readonly onLink: (fragment: string) => void }) {
  const [typed, setTyped] = useState('');
  const fragment = typed.slice(typed.indexOf('#') + 1).trim();
  return (
    <Page
      title={<Trans>Ask one of the people you chose, or a steward, for the way back.</Trans>}
      action={
        <>
          <Button kind="filled" isDisabled={fragment === ''} onPress={() => onLink(fragment)}>
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
          They find it under “People here” and hold up a code, or send you a link. Read the code
          with this phone’s camera, or paste the link:
        </Trans>
      </p>
      <TextField
        label={<Trans>The link of the way back</Trans>}
        hint={<Trans>All of it, with what stands after #.</Trans>}
        value={typed}
        onChange={setTyped}
      />
    </Page>
  );
}
