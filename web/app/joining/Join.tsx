/**
 * An invitation: a name, six words for this device, then waiting until someone there says yes. Until
 * then nothing can be read and nothing is kept here.
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

export default function Join() {
  const session = useSession();
  const { join } = useMoves();
  const [link, setLink] = useState(() => arrivedWith('/join'));
  const [name, setName] = useState('');
  const [named, setNamed] = useState(false);
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
  if (named)
    return (
      <NewWords
        done={<Trans>Ask to be let in</Trans>}
        onChosen={async (words) => {
          setTurn(await join({ fragment: link, name: name.trim(), words, signal: stop.signal }));
          return undefined;
        }}
      />
    );
  const next = () => name.trim() !== '' && setNamed(true);
  return (
    <Page
      title={<Trans>Someone wants to let you in. What should they call you?</Trans>}
      action={
        <Button kind="filled" isDisabled={name.trim() === ''} onPress={next}>
          <Trans>Next</Trans>
        </Button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        <TextField
          label={<Trans>A name</Trans>}
          hint={<Trans>Any name by which they will know that it is you.</Trans>}
          value={name}
          onChange={setName}
          maxLength={80}
          autoFocus
        />
      </form>
      <p>
        <Trans>
          Then you choose six words for this device, and someone there says yes. You will read what
          everyone there can read, from today on. The server between you can read none of it.
        </Trans>
      </p>
    </Page>
  );
}

/** The link was opened in another browser, or typed without its end. */
function NoLink({ onLink }: { readonly onLink: (fragment: string) => void }) {
  const [typed, setTyped] = useState('');
  const fragment = typed.slice(typed.indexOf('#') + 1).trim();
  return (
    <Page
      title={<Trans>Open the invitation that you were sent, or paste it here.</Trans>}
      action={
        <>
          <Button kind="filled" isDisabled={fragment === ''} onPress={() => onLink(fragment)}>
            <Trans>Next</Trans>
          </Button>
          <LinkButton to="/pair">
            <Trans>Another device of mine</Trans>
          </LinkButton>
          <LinkButton to="/" kind="quiet">
            <Trans>Back to the beginning</Trans>
          </LinkButton>
        </>
      }
    >
      <TextField
        label={<Trans>The link of the invitation</Trans>}
        hint={<Trans>All of it, with what stands after #.</Trans>}
        value={typed}
        onChange={setTyped}
      />
    </Page>
  );
}
