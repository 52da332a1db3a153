/**
 * *Keep this*: a name, six words in one's own language, two of them typed again; then everything typed
 * so far is kept, sealed under the words. Until the last step nothing is stored.
 */
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useUndo } from '../../ui/Undo.tsx';
import { useGo } from '../../ui/where.ts';
import { useMoves, useSession } from '../session/context.tsx';
import { NewWords } from './NewWords.tsx';

export default function Keep() {
  const session = useSession();
  const { keep } = useMoves();
  const say = useUndo();
  const go = useGo();
  const [name, setName] = useState('');
  const [named, setNamed] = useState(false);

  if (session.type === 'Open') return <KeptAlready />;
  if (session.type === 'Passing' && session.example) return <NotTheExample />;
  if (named)
    return (
      <NewWords
        done={<Trans>Keep this</Trans>}
        onChosen={async (words) => {
          const refused = await keep(name.trim(), words);
          if (refused) return refused;
          go('/?kept=now', { instead: true });
          say(t`Kept. From now on everything is saved here by itself.`);
          return undefined;
        }}
      />
    );

  const next = () => name.trim() !== '' && setNamed(true);
  return (
    <Page
      title={<Trans>What should we call you here?</Trans>}
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
          hint={<Trans>Any name. It can be changed, and only people you let in will see it.</Trans>}
          value={name}
          onChange={setName}
          maxLength={80}
          autoFocus
        />
      </form>
    </Page>
  );
}

function KeptAlready() {
  return (
    <Page
      title={<Trans>This is kept already.</Trans>}
      action={
        <LinkButton to="/" kind="filled">
          <Trans>Go to Today</Trans>
        </LinkButton>
      }
    >
      <p>
        <Trans>Everything you write here is saved by itself, sealed under your six words.</Trans>
      </p>
    </Page>
  );
}

function NotTheExample() {
  return (
    <Page
      title={<Trans>The example is not for keeping.</Trans>}
      action={
        <LinkButton to="/" kind="filled">
          <Trans>Go to Today</Trans>
        </LinkButton>
      }
    >
      <p>
        <Trans>
          Choose “Leave the example” above. If you wrote something, it can come with you and be
          kept.
        </Trans>
      </p>
    </Page>
  );
}
