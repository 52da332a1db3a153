/** What somebody who is no longer here left to others, at any later time. */
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { TextLink } from '../../../ui/Link.tsx';
import { Page } from '../../../ui/Page.tsx';
import { useTogether } from '../../../ui/together.ts';
import { WhoCanRead } from '../../../ui/WhoCanRead.tsx';
import { useSearchParam } from '../../../ui/where.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { OnlyHere } from '../OnlyHere.tsx';
import { Handover } from './Handover.tsx';

export default function HandoverPage() {
  const here = useTogether();
  const { coreTeam } = useWorkspace();
  const who = useSearchParam('who');
  if (!here) return <OnlyHere />;
  const gone = here.now.people.filter(({ active, id }) => id === who || (!who && !active));
  return (
    <Page
      above={
        <TextLink to="/people">
          <Trans>People here</Trans>
        </TextLink>
      }
      title={<Trans>To be handed on.</Trans>}
      readers={<WhoCanRead audience={coreTeam} />}
      action={
        <Button onPress={() => window.print()}>
          <Trans>Print this page</Trans>
        </Button>
      }
    >
      <Handover members={gone.map(({ id }) => id)} />
    </Page>
  );
}
