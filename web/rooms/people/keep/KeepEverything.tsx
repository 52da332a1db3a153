/**
 * *Keep everything*: what it does, since when it holds, and how it ends. One steward begins it; two end
 * it, so that nobody can be made to end it alone.
 */
import type { TogetherState } from '@alongside/vault/kept';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { KeptSince, WhoAsks } from '../../../ui/KeepingNotice.tsx';
import { LinkButton } from '../../../ui/Link.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { useTogether } from '../../../ui/together.ts';
import { type Asking, useAsking } from '../../../ui/useAsking.ts';
import { Name } from '../Name.tsx';
import { OnlyHere } from '../OnlyHere.tsx';

export default function KeepEverything() {
  const here = useTogether();
  const asking = useAsking();
  if (!here) return <OnlyHere />;
  const { now } = here;
  const { holds, since, by } = now.keepEverything;
  return (
    <Page
      title={
        holds ? <KeptSince since={since} /> : <Trans>Papers were served? Keep everything.</Trans>
      }
      action={now.role === 'steward' && <Acts now={now} asking={asking} />}
    >
      <Notice kind="grave">
        <p>
          <strong>
            <Trans>If papers have been served, stop and call the lawyer first.</Trans>
          </strong>
        </p>
      </Notice>
      {holds && by !== null && (
        <p className="quiet">
          <Trans>
            Begun by <Name of={by} />
          </Trans>
        </p>
      )}
      <Asked now={now} />
      <p>
        <Trans>
          While it holds, nothing can be deleted and nothing is erased for good, on any device or on
          the server. What was deleted before is on no screen, but one sealed copy of it stays.
        </Trans>
      </p>
      <p>
        <Trans>
          One steward begins it, and everyone here sees that it holds. Two stewards end it together,
          so that nobody can be made to end it alone.
        </Trans>
      </p>
      <OnlyOneSteward now={now} />
      <Refused refusal={asking.refusal} />
    </Page>
  );
}

function Acts({ now, asking }: { readonly now: TogetherState; readonly asking: Asking }) {
  const here = useTogether();
  if (!here) return null;
  const { together } = here;
  const { holds, ending } = now.keepEverything;
  const set = (on: boolean) => void asking.run(() => together.keepEverything(on));
  if (!holds)
    return (
      <Button kind="filled" isDisabled={asking.working} onPress={() => set(true)}>
        <Trans>Keep everything from now on</Trans>
      </Button>
    );
  if (ending?.by === now.me)
    return (
      <Button isDisabled={asking.working} onPress={() => together.takeEndingBack()}>
        <Trans>Take it back: it goes on</Trans>
      </Button>
    );
  if (ending === null)
    return (
      <Button isDisabled={asking.working} onPress={() => set(false)}>
        <Trans>Ask another steward to end it with me</Trans>
      </Button>
    );
  return (
    <>
      <Button kind="grave" isDisabled={asking.working} onPress={() => set(false)}>
        <Trans>I agree: it ends now</Trans>
      </Button>
      {ending.refusedBy === null && (
        <Button kind="filled" onPress={() => together.refuseEnding()}>
          <Trans>No, it goes on</Trans>
        </Button>
      )}
    </>
  );
}

function Asked({ now }: { readonly now: TogetherState }) {
  const { ending } = now.keepEverything;
  if (ending === null) return null;
  return (
    <Notice kind="care" announced>
      <p>
        {ending.by === now.me ? (
          <Trans>You asked to end this. It ends when another steward agrees.</Trans>
        ) : (
          <WhoAsks who={ending.by} />
        )}
      </p>
      {ending.refusedBy !== null && (
        <p>
          <Trans>
            <Name of={ending.refusedBy} /> said no: it goes on.
          </Trans>
        </p>
      )}
    </Notice>
  );
}

function OnlyOneSteward({ now }: { readonly now: TogetherState }) {
  const stewards = now.people.filter(({ active, role }) => active && role === 'steward');
  if (stewards.length > 1 || now.role !== 'steward') return null;
  return (
    <Notice
      actions={
        <LinkButton to="/people" kind="quiet">
          <Trans>People here</Trans>
        </LinkButton>
      }
    >
      <p>
        <Trans>
          You are the only steward. You can begin this alone, but you cannot end it: for that
          someone else must be a steward too.
        </Trans>
      </p>
    </Notice>
  );
}
