/**
 * What we can give, in twelve weeks. The title is the answer. No person appears in it; I see a line of
 * my own. On a wide screen *If we say yes* stands beside it, on a phone it has its own page.
 */
import { type WeCanGive, weCanGive } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { useSayDay } from '../../../ui/days.ts';
import { EmptyPage } from '../../../ui/EmptyPage.tsx';
import { usePlanning, useWeeks } from '../../../ui/giving.ts';
import { sayHalfDays } from '../../../ui/half-days.ts';
import { LinkButton, TextLink } from '../../../ui/Link.tsx';
import { Page } from '../../../ui/Page.tsx';
import { WhoCanRead } from '../../../ui/WhoCanRead.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { MyLine } from '../mine/MyLine.tsx';
import { OfferedPromises } from '../mine/OfferedPromises.tsx';
import { WeekList } from './WeekList.tsx';
import { WhoHasSaid } from './WhoHasSaid.tsx';

export default function TwelveWeeks() {
  const { coreTeam } = useWorkspace();
  const { rows, sum, lines } = useWeeks();
  const { own, said } = usePlanning();
  const readers = <WhoCanRead audience={coreTeam} />;
  const isEmpty = lines.length === 0 && own.usual === null && !own.steppedBack;
  if (isEmpty && said === 0 && sum === null) return <NothingYet readers={readers} />;
  return (
    <Page
      title={<InASentence answer={weCanGive(rows)} />}
      readers={readers}
      action={
        <>
          <LinkButton to="/giving/if-we-say-yes" kind="filled">
            <Trans>Can we take this on?</Trans>
          </LinkButton>
          <LinkButton to="/giving/mine">
            <Trans>What I can give</Trans>
          </LinkButton>
        </>
      }
      aside={<Further />}
    >
      <WhoHasSaid />
      <WeekList rows={rows} />
      <MyLine />
      <OfferedPromises />
    </Page>
  );
}

function Further() {
  return (
    <nav className="stack">
      <p>
        <TextLink to="/giving/work">
          <Trans>Our own work, and work with others</Trans>
        </TextLink>
      </p>
      <p>
        <TextLink to="/giving/dates">
          <Trans>Dates to keep in mind</Trans>
        </TextLink>
      </p>
      <p>
        <TextLink to="/giving/planners">
          <Trans>Who plans</Trans>
        </TextLink>
      </p>
    </nav>
  );
}

function InASentence({ answer }: { readonly answer: WeCanGive }) {
  const sayDay = useSayDay();
  if (answer.type === 'NotKnown') return <Trans>What could we give? Not known yet.</Trans>;
  if (answer.type === 'Nothing') {
    const day = answer.before && sayDay(answer.before);
    return day ? (
      <Trans>Before {day} we have nothing more to give.</Trans>
    ) : (
      <Trans>In these twelve weeks we have nothing more to give.</Trans>
    );
  }
  const days = sayHalfDays(answer.halfDays);
  const until = answer.until && sayDay(answer.until);
  return until ? (
    <Trans>
      Until {until} we can give about {days} more a week.
    </Trans>
  ) : (
    <Trans>In these twelve weeks we can give about {days} more a week.</Trans>
  );
}

function NothingYet({ readers }: { readonly readers: React.ReactNode }) {
  return (
    <EmptyPage
      title={<Trans>How much could you usually give to other communities’ causes?</Trans>}
      readers={readers}
      action={
        <LinkButton to="/giving/mine" kind="filled">
          <Trans>Say what I can give</Trans>
        </LinkButton>
      }
      example={
        <p>
          <Trans>Half a day a week. Away from December 20 to January 3.</Trans>
        </p>
      }
    >
      <p>
        <Trans>
          Each of us says once what they can usually give in a week: it is what is offered, never
          what was worked. The one or two people who plan read it; the rest see a sum of five or
          more.
        </Trans>
      </p>
      <p>
        <TextLink to="/giving/work">
          <Trans>Our own work, and work with others</Trans>
        </TextLink>
      </p>
    </EmptyPage>
  );
}
