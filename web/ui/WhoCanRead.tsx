/**
 * Who can read what stands on this page, in one line of quiet ink: `<WhoCanRead audience={…} />` for a
 * room and for what is about to be written, `<WhoCanReadThis table="asks" record={id} />` for what is.
 */
import type { Audience, RecordId } from '@alongside/vault';
import { Trans } from '@lingui/react/macro';
import { useContext } from 'react';
import { useOutsideCore } from './together.ts';
import { useWorkspace, WorkspaceContext } from './workspace.tsx';

export function WhoCanRead({ audience }: { readonly audience: Audience }) {
  return (
    <p className="quiet who-can-read">
      <Readers audience={audience} />
    </p>
  );
}

/** The same for a record that is here, by the audience it was written for, which it keeps for life. */
export function WhoCanReadThis({
  table,
  record,
}: {
  readonly table: string;
  readonly record: RecordId;
}) {
  const audience = useWorkspace().tables.audienceOf(table, record);
  return audience && <WhoCanRead audience={audience} />;
}

function Readers({ audience }: { readonly audience: Audience }) {
  const workspace = useContext(WorkspaceContext);
  const isOutside = useOutsideCore();
  if (!workspace || workspace.kind === 'passing')
    return <Trans>Who can read this: only you, on this screen. Nothing is kept yet.</Trans>;
  if (audience === 'everyone') return <Trans>Who can read this: everyone here</Trans>;
  if (isSame(audience, workspace.onlyMe)) return <Trans>Who can read this: only me</Trans>;
  if (isSame(audience, workspace.coreTeam) && isOutside)
    return (
      <Trans>
        You see what everyone here can read, and what is yours. What the core team writes, only it
        reads.
      </Trans>
    );
  if (isSame(audience, workspace.coreTeam)) return <Trans>Who can read this: core team</Trans>;
  return <Trans>Who can read this: the people named for it</Trans>;
}

function isSame(one: Audience, other: Audience): boolean {
  return one !== 'everyone' && other !== 'everyone' && one.circle === other.circle;
}
