/**
 * Which workspace is open, what it is called, and how to change to another. Where a coalition workspace
 * was just made, what comes next: a server, then the others.
 */
import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/Link.tsx';
import { OwnWords } from '../../ui/OwnWords.tsx';
import { Page } from '../../ui/Page.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useTogether } from '../../ui/together.ts';
import { useKeptWords } from '../../ui/useKeptWords.ts';
import { WhoCanRead } from '../../ui/WhoCanRead.tsx';
import { type Space, useSpace, writeSpace } from '../house-records.ts';
import type { KeptWorkspace } from '../open-workspace/vault.ts';
import { useMoves } from '../session/context.tsx';
import { KeptOnly } from './KeptOnly.tsx';

export default function ThisWorkspace() {
  return <KeptOnly>{(workspace) => <Which workspace={workspace} />}</KeptOnly>;
}

function Which({ workspace }: { readonly workspace: KeptWorkspace }) {
  const space = useSpace();
  const { lock } = useMoves();
  const isSteward = useTogether()?.now.role === 'steward';
  const name = useKeptWords(space.name, (typed) => writeSpace(workspace, { name: typed.trim() }));
  return (
    <Page
      title={<Title space={space} />}
      readers={<WhoCanRead audience="everyone" />}
      action={space.isCoalition && <NextStep />}
    >
      {space.isCoalition && (
        <>
          <p>
            <Trans>
              It holds what was put into it when it was opened, and what has been written here
              since. No other workspace is part of it, and nothing passes between them by itself.
            </Trans>
          </p>
          <p>
            <Trans>
              Whoever is let in reads what everyone here can read. Asks and partners that are
              written down from now on are the core team’s: take into it, under “People here”,
              whoever builds the campaign with you.
            </Trans>
          </p>
        </>
      )}
      {isSteward ? (
        <TextField
          label={<Trans>What this workspace is called</Trans>}
          hint={<Trans>It stands above every page, so that you see where you write.</Trans>}
          maxLength={200}
          {...name}
        />
      ) : (
        <p className="quiet">
          <Trans>A steward names it.</Trans>
        </p>
      )}
      <h2>
        <Trans>Another workspace</Trans>
      </h2>
      <p>
        <Trans>
          Several workspaces can rest in this browser, each under its own six words. One is open at
          a time. The lock opens the one whose words you type, and does not say how many there are.
        </Trans>
      </p>
      <div className="row">
        <Button onPress={() => void lock()}>
          <Trans>Lock, and open another with its words</Trans>
        </Button>
      </div>
    </Page>
  );
}

function Title({ space: { name, isCoalition } }: { readonly space: Space }) {
  const called = <OwnWords>{name}</OwnWords>;
  if (isCoalition) return <Trans>This is the coalition workspace {called}.</Trans>;
  if (name !== '') return <Trans>This is the workspace {called}.</Trans>;
  return <Trans>This workspace has no name yet.</Trans>;
}

/** Where others can come in, the way to invite them; else first the way to a server. */
function NextStep() {
  const server = useTogether()?.now.server;
  if (server === undefined) return null;
  if (server.type === 'NoServer')
    return (
      <LinkButton to="/settings/server?back=/settings/workspace" kind="filled">
        <Trans>Next: put it on a server, then invite them</Trans>
      </LinkButton>
    );
  return (
    <LinkButton to="/people/invite" kind="filled">
      <Trans>Next: invite them</Trans>
    </LinkButton>
  );
}
