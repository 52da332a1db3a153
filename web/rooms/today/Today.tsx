/** The first page: a sentence that says what waits, at most three things, the week, and our question. */
import { Plural, Trans } from '@lingui/react/macro';
import { useDeferredValue, useState } from 'react';
import { today, useSayDay } from '../../ui/days.ts';
import { KeepingNotice } from '../../ui/KeepingNotice.tsx';
import { LinkButton, TextLink } from '../../ui/Link.tsx';
import { LossNotice } from '../../ui/LossNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import type { CallToMake } from '../../ui/partners.ts';
import { QuietNotice, QuietSwitch } from '../../ui/QuietSwitch.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { WhoCanRead } from '../../ui/WhoCanRead.tsx';
import { useSearchParam } from '../../ui/where.ts';
import { useTable, useWorkspace } from '../../ui/workspace.tsx';
import { FindCall } from './FindCall.tsx';
import { OneThing } from './OneThing.tsx';
import { OurQuestion } from './OurQuestion.tsx';
import { ThisWeek } from './ThisWeek.tsx';
import { useThings } from './useThings.ts';
import { WorthACall } from './WorthACall.tsx';
import './Today.css';

export default function Today() {
  const { coreTeam } = useWorkspace();
  const sayDay = useSayDay();
  const [call, setCall] = useState<CallToMake | null>(null);
  const isDrawn = useDeferredValue(true, false);
  const { things, week } = useThings(call);
  const isQuiet = things.quietUntil !== null;
  const isEmpty = things.shown.length === 0;
  const justKept = useSearchParam('kept') !== undefined;
  return (
    <Page
      above={sayDay(today())}
      title={<Title things={things} />}
      readers={!isEmpty && <WhoCanRead audience={coreTeam} />}
      action={isEmpty && !isQuiet && (justKept ? <OnFromKeeping /> : <NothingWaits />)}
      aside={
        <>
          <ThisWeek week={week} />
          <OurQuestion />
        </>
      }
    >
      {isDrawn && <FindCall onFound={setCall} />}
      <KeepingNotice />
      <LossNotice />
      <QuietNotice />
      {!isEmpty && (
        <Rows>
          {things.shown.map((thing, at) => (
            <Row key={keyOf(thing)}>
              {thing.type === 'call' ? (
                call && <WorthACall call={call} isFirst={at === 0} />
              ) : (
                <OneThing thing={thing} isFirst={at === 0} />
              )}
            </Row>
          ))}
        </Rows>
      )}
      {things.more > 0 && (
        <p>
          <TextLink to="/asks">
            {isQuiet || things.moreIsForToday ? (
              <Trans>{things.more} more</Trans>
            ) : (
              <Trans>{things.more} more, none of them for today</Trans>
            )}
          </TextLink>
        </p>
      )}
      {things.putOff > 0 && (
        <p className="quiet">
          <TextLink to="/asks">
            <Plural value={things.putOff} one="# put off for now" other="# put off for now" />
          </TextLink>
        </p>
      )}
      {!isEmpty && <QuietSwitch />}
    </Page>
  );
}

type Things = ReturnType<typeof useThings>['things'];

/** The sentence that is the answer: who waits for us, else how much there is to do. */
function Title({ things }: { readonly things: Things }) {
  if (things.quietUntil !== null) return <Trans>It is quiet.</Trans>;
  if (things.shown.length === 0) return <Trans>Nothing is waiting for you.</Trans>;
  if (things.organizations > 0) {
    return (
      <Plural
        value={things.organizations}
        _2="Two organizations are waiting for our answer."
        one="One organization is waiting for our answer."
        other="# organizations are waiting for our answer."
      />
    );
  }
  return (
    <Plural
      value={things.shown.length + things.more}
      one="One thing is for you to do."
      other="# things are for you to do."
    />
  );
}

function keyOf(thing: Things['shown'][number]): string {
  switch (thing.type) {
    case 'promise':
    case 'without-day':
      return thing.promise.id;
    case 'move':
      return `${thing.promise.id} move`;
    case 'offered':
      return `${thing.id} offered`;
    case 'call':
      return `${thing.partner} call`;
    case 'gathering':
      return thing.gathering;
    default:
      return `${thing.ask.id} ${thing.type}`;
  }
}

/** Right after the six words, where nothing waits: one step, on to what was kept. */
function OnFromKeeping() {
  const ask = useTable('asks').at(-1);
  const story = useTable('stories').at(-1);
  if (ask)
    return (
      <LinkButton to={`/asks/${ask.id}`} kind="filled">
        <Trans>Go on with the ask</Trans>
      </LinkButton>
    );
  if (story)
    return (
      <LinkButton to={`/stories/${story.id}`} kind="filled">
        <Trans>Go on with the story</Trans>
      </LinkButton>
    );
  return <NothingWaits />;
}

function NothingWaits() {
  return (
    <>
      <LinkButton to="/asks/new" kind="filled">
        <Trans>Write down an ask</Trans>
      </LinkButton>
      <LinkButton to="/stories">
        <Trans>Read a story</Trans>
      </LinkButton>
    </>
  );
}
