/** Who can read this conversation, by name. */
import { Trans } from '@lingui/react/macro';
import { useMembersHere } from '../../../ui/people-here.ts';
import { useTogether } from '../../../ui/together.ts';
import { WhoCanReadThis } from '../../../ui/WhoCanRead.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';

export function Readers({ conversation }: { readonly conversation: string }) {
  const { tables, me } = useWorkspace();
  const here = useTogether();
  const { nameOf } = useMembersHere();
  const audience = tables.audienceOf('conversations', conversation);
  const circle =
    audience && audience !== 'everyone'
      ? here?.now.circles.find(({ id, kind }) => id === audience.circle && kind === 'named')
      : undefined;
  const others = circle?.members.filter((member) => member !== me).map(nameOf) ?? [];
  if (others.length === 0) return <WhoCanReadThis table="conversations" record={conversation} />;
  const names = <bdi>{others.join(' · ')}</bdi>;
  return (
    <p className="quiet who-can-read">
      <Trans>Who can read this: you and {names}</Trans>
    </p>
  );
}
