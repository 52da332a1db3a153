/** The link of an ask of ours: made once, sent to anyone, taken back at any time. */
import { type Ask, askNotice, closePage, keepPage, pageEnds } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { today, useSayDay } from '../../../ui/days.ts';
import { PutOnServer } from '../../../ui/PutOnServer.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { useTogether } from '../../../ui/together.ts';
import { useAsking } from '../../../ui/useAsking.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { NotOurLink } from '../NotOurLink.tsx';
import { endLink, lasts } from '../our-link.ts';
import { VisitLink } from '../VisitLink.tsx';
import { useIsOurs, useOpenPage } from './useOurs.ts';

export function AskLink({ ask }: { readonly ask: Ask }) {
  const workspace = useWorkspace();
  const here = useTogether();
  const page = useOpenPage(ask.id);
  const isOurs = useIsOurs();
  const asking = useAsking();
  const sayDay = useSayDay();
  if (!here || here.now.server.type === 'NoServer') {
    return (
      <section className="stack">
        <p>
          <Trans>To send it as a link that they can answer, this needs a server first.</Trans>
        </p>
        <PutOnServer />
      </section>
    );
  }
  const { intakes } = here.together;
  const make = () =>
    asking.run(async () => {
      const until = pageEnds(ask, today());
      const made = await intakes.open('ask', askNotice(ask, ask.from), lasts(until));
      if (made.type !== 'IntakeOpened') return made;
      const { secret, fragment } = made;
      const kept = keepPage(workspace.newId(), { ask: ask.id, secret, fragment, until });
      workspace.commit(kept, workspace.coreTeam);
      return undefined;
    });
  if (!page?.secret) {
    return (
      <section className="stack">
        <p>
          <Trans>
            Whoever gets the link reads exactly what stands here, answers, and says what they can
            bring. They install nothing. Only the core team reads their answer.
          </Trans>
        </p>
        <Button kind="filled" isDisabled={asking.working} onPress={() => void make()}>
          <Trans>Make the link</Trans>
        </Button>
        <Refused refusal={asking.refusal} />
      </section>
    );
  }
  const until = page.until && sayDay(page.until);
  const end = async () => {
    const refusal = await endLink(here.together, page.secret);
    if (!refusal) workspace.commit(closePage(page.id, today()), workspace.coreTeam);
    return refusal;
  };
  if (!isOurs(page)) return <NotOurLink until={page.until} end={end} />;
  return (
    <section className="stack">
      <VisitLink
        fragment={page.fragment}
        code={t`A code that opens the ask`}
        beside={
          <Button kind="quiet" isDisabled={asking.working} onPress={() => void asking.run(end)}>
            <Trans>Take it back</Trans>
          </Button>
        }
      >
        <p className="quiet">{until && <Trans>It can be answered until {until}.</Trans>}</p>
      </VisitLink>
      <Refused refusal={asking.refusal} />
    </section>
  );
}
