/** The link of an ask of ours: made once, sent to anyone, taken back at any time. */
import { type Ask, askNotice, closePage, keepPage, pageEnds } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { today, useSayDay } from '../../../ui/days.ts';
import { LinkButton } from '../../../ui/Link.tsx';
import { QrCode } from '../../../ui/QrCode.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { useTogether } from '../../../ui/together.ts';
import { useUndo } from '../../../ui/Undo.tsx';
import { useAsking } from '../../../ui/useAsking.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { useOpenPage } from './useOurs.ts';

export function AskLink({ ask }: { readonly ask: Ask }) {
  const workspace = useWorkspace();
  const here = useTogether();
  const page = useOpenPage(ask.id);
  const asking = useAsking();
  const say = useUndo();
  const sayDay = useSayDay();
  if (!here || here.now.server.type === 'NoServer') {
    return (
      <section className="stack">
        <p>
          <Trans>To send it as a link that they can answer, this needs a server first.</Trans>
        </p>
        <LinkButton to={here ? '/settings/server' : '/keep'}>
          {here ? <Trans>Put it on a server</Trans> : <Trans>Keep this</Trans>}
        </LinkButton>
      </section>
    );
  }
  const { intakes } = here.together;
  const make = () =>
    asking.run(async () => {
      const until = pageEnds(ask, today());
      const ends = Date.parse(`${until}T23:59Z`);
      const made = await intakes.open('ask', askNotice(ask, ask.from), ends);
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
  const { secret } = page;
  const until = page.until && sayDay(page.until);
  const link = `${window.location.origin}/visit.html#${page.fragment}`;
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    say(t`The link is copied.`);
  };
  const takeBack = () =>
    asking.run(async () => {
      const refusal = await intakes.say(secret, { page: 'over' }, 0);
      if (!refusal) workspace.commit(closePage(page.id, today()), workspace.coreTeam);
      return refusal;
    });
  return (
    <section className="stack">
      <div className="row">
        <Button kind="filled" onPress={() => void copy()}>
          <Trans>Copy the link</Trans>
        </Button>
        <Button kind="quiet" isDisabled={asking.working} onPress={() => void takeBack()}>
          <Trans>Take it back</Trans>
        </Button>
      </div>
      <p className="quiet">{until && <Trans>It can be answered until {until}.</Trans>}</p>
      <Disclosure summary={<Trans>As a code to hold up</Trans>}>
        <QrCode says={link} label={t`A code that opens the ask`} />
        <p>
          <bdi className="invite-link" dir="ltr">
            {link}
          </bdi>
        </p>
      </Disclosure>
      <Refused refusal={asking.refusal} />
    </section>
  );
}
