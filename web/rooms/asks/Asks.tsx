/** All asks: those asked of us, those that wait first; what we promised; and those we ask. */
import { type Ask, bySoonest, isWaiting, joinedUp, whatWaits } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Plural, Trans } from '@lingui/react/macro';
import { useMemo } from 'react';
import { today, useSayDay } from '../../ui/days.ts';
import { EmptyPage } from '../../ui/EmptyPage.tsx';
import { LinkButton, TextLink } from '../../ui/Link.tsx';
import { OwnWords, ownWords } from '../../ui/OwnWords.tsx';
import { Page } from '../../ui/Page.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Unverified } from '../../ui/Unverified.tsx';
import { WhoCanRead } from '../../ui/WhoCanRead.tsx';
import { useGo, useSearchParam } from '../../ui/where.ts';
import { useTable, useWorkspace } from '../../ui/workspace.tsx';
import { answerWords } from './ask-words.ts';
import { Promised } from './promises/Promised.tsx';
import { useAsks } from './useAsk.ts';
import { WeAsk } from './we-ask/WeAsk.tsx';
import './Asks.css';

export default function Asks() {
  const { coreTeam } = useWorkspace();
  const all = useAsks();
  const asks = useMemo(() => joinedUp(all).map(({ ask }) => ask), [all]);
  const tab = useSearchParam('tab') ?? 'asked';
  const go = useGo();
  const readers = <WhoCanRead audience={coreTeam} />;
  if (asks.length === 0 && tab === 'asked') return <NoAsks readers={readers} />;
  const { organizations } = whatWaits(asks, today());
  return (
    <Page
      title={
        <Plural
          value={organizations}
          _0="No one is waiting for our answer."
          one="One organization is waiting for our answer."
          _2="Two organizations are waiting for our answer."
          other="# organizations are waiting for our answer."
        />
      }
      readers={readers}
      action={<ActionOf tab={tab} />}
    >
      <Tabs
        label={t`Asks`}
        chosen={tab}
        onChoose={(id) => go(id === 'asked' ? '/asks' : `/asks?tab=${id}`, { instead: true })}
        tabs={[
          {
            id: 'asked',
            name: <Trans>Asked of us</Trans>,
            content: (
              <AskedOfUs asks={asks.filter(({ direction }) => direction === 'asked-of-us')} />
            ),
          },
          { id: 'promised', name: <Trans>Promised</Trans>, content: <Promised /> },
          {
            id: 'we-ask',
            name: <Trans>We ask</Trans>,
            content: <WeAsk asks={asks.filter(({ direction }) => direction === 'we-ask')} />,
          },
        ]}
      />
      <AroundAsks />
    </Page>
  );
}

function AroundAsks() {
  const setAside = useTable('setAside').length;
  return (
    <Rows label={t`Around asks`}>
      <Row>
        <TextLink to="/asks/public-page">
          <Trans>Our public page for asks</Trans>
        </TextLink>
        <p className="quiet">
          <Trans>A link or a printed code, by which anyone can ask us for support.</Trans>
        </p>
      </Row>
      {setAside > 0 && (
        <Row>
          <TextLink to="/asks/set-aside">
            <Trans>Set aside for counsel</Trans>
          </TextLink>
          <p className="quiet">
            <Trans>Messages that you and those named keep. Nobody else sees them.</Trans>
          </p>
        </Row>
      )}
      <Row>
        <TextLink to="/asks/together">
          <Trans>Many at once</Trans>
        </TextLink>
        <p className="quiet">
          <Trans>Asks about one event on one page, and a holding answer to all of them.</Trans>
        </p>
      </Row>
      <Row>
        <TextLink to="/asks/rules">
          <Trans>Agreed beforehand</Trans>
        </TextLink>
        <p className="quiet">
          <Trans>Rules that answer for us: for whom, what, and who approves.</Trans>
        </p>
      </Row>
    </Rows>
  );
}

/** What can be done stands with what is shown: an ask of theirs is not written down under *We ask*. */
function ActionOf({ tab }: { readonly tab: string }) {
  switch (tab) {
    case 'promised':
      return (
        <LinkButton to="/asks/promise" kind="filled">
          <Trans>Write down a promise</Trans>
        </LinkButton>
      );
    case 'we-ask':
      return (
        <LinkButton to="/asks/ours/new" kind="filled">
          <Trans>Ask others</Trans>
        </LinkButton>
      );
    default:
      return (
        <LinkButton to="/asks/new" kind="filled">
          <Trans>Write down an ask</Trans>
        </LinkButton>
      );
  }
}

function AskedOfUs({ asks }: { readonly asks: readonly Ask[] }) {
  const ordered = [
    ...asks.filter(isWaiting).sort(bySoonest),
    ...asks.filter((ask) => !isWaiting(ask)),
  ];
  return (
    <Rows>
      {ordered.map((ask) => (
        <Row key={ask.id}>
          <AskLine ask={ask} />
        </Row>
      ))}
    </Rows>
  );
}

function AskLine({ ask }: { readonly ask: Ask }) {
  const sayDay = useSayDay();
  const { _ } = useLingui();
  const by = ask.by && sayDay(ask.by);
  const forDay = ask.on && sayDay(ask.on);
  const until = ask.holdingUntil && sayDay(ask.holdingUntil);
  const on = ask.answeredOn && sayDay(ask.answeredOn);
  return (
    <>
      <h2 className="ask-name">
        <TextLink to={`/asks/${ask.id}`}>
          <OwnWords>{ask.from}</OwnWords>
        </TextLink>
      </h2>
      <p {...ownWords(ask.what)}>{ask.what}</p>
      <Unverified ask={ask.id} />
      <p className="quiet">
        {ask.answer !== null ? (
          <>
            {_(answerWords[ask.answer])}
            {on && ` · ${on}`}
          </>
        ) : until ? (
          <Trans>They will hear from us by {until}.</Trans>
        ) : by ? (
          <Trans>by {by}</Trans>
        ) : forDay ? (
          <Trans>for {forDay}</Trans>
        ) : (
          <Trans>no date said</Trans>
        )}
      </p>
    </>
  );
}

function NoAsks({ readers }: { readonly readers: React.ReactNode }) {
  const { kind } = useWorkspace();
  return (
    <EmptyPage
      title={<Trans>No one has asked us for support yet.</Trans>}
      readers={readers}
      action={
        <LinkButton to="/asks/new" kind="filled">
          <Trans>Write down an ask</Trans>
        </LinkButton>
      }
      example={
        <p>
          <Trans>“Could you send four interpreters to court this Friday, 9 to 12?”</Trans>
        </p>
      }
    >
      <p>
        <Trans>
          A message, a call, a question after a meeting: paste it here, weigh it with three
          questions, and answer in their language.
        </Trans>
      </p>
      <p>
        <TextLink to="/asks/ours/new">
          <Trans>Ask others</Trans>
        </TextLink>
      </p>
      {kind === 'kept' && <AroundAsks />}
    </EmptyPage>
  );
}
