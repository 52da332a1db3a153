/** Erase for good what was deleted: on the server and on everybody's devices, by new keys. */
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { KeepingNotice } from '../../ui/KeepingNotice.tsx';
import { MovingNotice } from '../../ui/MovingNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { useTogether } from '../../ui/together.ts';
import { useAsking } from '../../ui/useAsking.ts';
import type { KeptWorkspace } from '../open-workspace/vault.ts';
import { KeptOnly } from './KeptOnly.tsx';

export default function EraseForGood() {
  return <KeptOnly>{(workspace) => <OfThis workspace={workspace} />}</KeptOnly>;
}

function OfThis({ workspace }: { readonly workspace: KeptWorkspace }) {
  const here = useTogether();
  const asking = useAsking();
  if (!here) return null;
  const { role, server, keepEverything, moving } = here.now;
  const served = server.type !== 'NoServer';
  const may = role === 'steward' && served && !keepEverything.holds && moving === null;
  return (
    <Page
      title={
        <Plural
          value={workspace.erasable()}
          _0="Nothing that was deleted waits to be erased."
          one="One deleted thing waits to be erased for good."
          other="# deleted things wait to be erased for good."
        />
      }
      action={
        may && (
          <Button
            kind="grave"
            isDisabled={asking.working}
            onPress={() => void asking.run(() => here.together.eraseForGood())}
          >
            <Trans>Erase it for good</Trans>
          </Button>
        )
      }
    >
      <Notice kind="grave">
        <p>
          <strong>
            <Trans>If papers have been served, stop and call the lawyer first.</Trans>
          </strong>
        </p>
      </Notice>
      <KeepingNotice />
      <MovingNotice />
      <p>
        <Trans>
          What you delete leaves every screen at once. But it still lies sealed on the server and in
          what each device keeps, and the keys that open it are there. Erasing for good makes new
          keys, and takes away the old ones with all that they open: earlier wordings too.
        </Trans>
      </p>
      <p>
        <Trans>
          It cannot recall what was printed, exported, put in a backup, or photographed. A device
          that is away follows when it comes back; after fourteen days it must be let in again.
        </Trans>
      </p>
      <p className="quiet">
        {served ? (
          <Trans>
            A steward’s device does this by itself once something has been deleted for a day.
          </Trans>
        ) : (
          <Trans>This needs a server: alone, what was deleted stays sealed on this device.</Trans>
        )}
      </p>
      {role !== 'steward' && (
        <p className="quiet">
          <Trans>A steward can do it sooner.</Trans>
        </p>
      )}
      <Refused refusal={asking.refusal} />
    </Page>
  );
}
