/**
 * That *Keep everything* holds, and since when; and where a steward asks to end it, who. Everybody
 * sees it: what is asked for one alone would be asked in the dark.
 */
import { Trans } from '@lingui/react/macro';
import { dayAt, useSayDay } from './days.ts';
import { LinkButton } from './Link.tsx';
import { Notice } from './Notice.tsx';
import { useNames, useTogether } from './together.ts';

export function KeepingNotice() {
  const here = useTogether();
  const keeping = here?.now.keepEverything;
  if (!here || !keeping?.holds) return null;
  const { ending } = keeping;
  const asked = ending !== null && ending.refusedBy === null && ending.by !== here.now.me;
  return (
    <Notice
      kind="care"
      announced={asked}
      actions={
        <LinkButton to="/people/keep-everything" kind="quiet">
          {asked && here.now.role === 'steward' ? (
            <Trans>Agree, or say no</Trans>
          ) : (
            <Trans>What this means</Trans>
          )}
        </LinkButton>
      }
    >
      <p>
        <KeptSince since={keeping.since} />
      </p>
      {asked && (
        <p>
          <WhoAsks who={ending.by} />
        </p>
      )}
    </Notice>
  );
}

export function KeptSince({ since }: { readonly since: number | null }) {
  const sayDay = useSayDay();
  if (since === null) return <Trans>Everything is kept. Nothing is erased for good.</Trans>;
  const day = sayDay(dayAt(since));
  return <Trans>Everything is kept since {day}. Nothing is erased for good.</Trans>;
}

export function WhoAsks({ who }: { readonly who: string }) {
  const name = useNames()(who);
  if (name === '')
    return <Trans>A steward asks to end this. It ends only if another steward agrees.</Trans>;
  return (
    <Trans>
      <bdi>{name}</bdi> asks to end this. It ends only if another steward agrees.
    </Trans>
  );
}

/** Whether nothing may be deleted now: papers were served. */
export function useKeepsEverything(): boolean {
  return useTogether()?.now.keepEverything.holds === true;
}
