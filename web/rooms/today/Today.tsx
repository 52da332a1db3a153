/** The first page: a sentence that says what waits, at most three of them, and our question. */
import { askFields, readFields, whatWaits } from '@alongside/practice';
import { Plural, Trans } from '@lingui/react/macro';
import { useMemo } from 'react';
import { today, useSayDay } from '../../ui/days.ts';
import { KeepingNotice } from '../../ui/KeepingNotice.tsx';
import { LinkButton, TextLink } from '../../ui/Link.tsx';
import { LossNotice } from '../../ui/LossNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { WhoCanRead } from '../../ui/WhoCanRead.tsx';
import { useSearchParam } from '../../ui/where.ts';
import { useTable, useWorkspace } from '../../ui/workspace.tsx';
import { OurQuestion } from './OurQuestion.tsx';
import { WaitingAsk } from './WaitingAsk.tsx';
import './Today.css';

export default function Today() {
  const { coreTeam } = useWorkspace();
  const records = useTable('asks');
  const sayDay = useSayDay();
  const waiting = useMemo(
    () =>
      whatWaits(
        records.map((record) => readFields(askFields, record)),
        today(),
      ),
    [records],
  );
  const isEmpty = waiting.shown.length === 0;
  const justKept = useSearchParam('kept') !== undefined;
  return (
    <Page
      above={sayDay(today())}
      title={
        isEmpty ? (
          <Trans>Nothing is waiting for you.</Trans>
        ) : (
          <Plural
            value={waiting.organizations}
            _2="Two organizations are waiting for our answer."
            one="One organization is waiting for our answer."
            other="# organizations are waiting for our answer."
          />
        )
      }
      readers={!isEmpty && <WhoCanRead audience={coreTeam} />}
      action={isEmpty && (justKept ? <OnFromKeeping /> : <NothingWaits />)}
      aside={<OurQuestion />}
    >
      <KeepingNotice />
      <LossNotice />
      {!isEmpty && (
        <Rows>
          {waiting.shown.map((ask, at) => (
            <Row key={ask.id}>
              <WaitingAsk ask={ask} isFirst={at === 0} />
            </Row>
          ))}
        </Rows>
      )}
      {waiting.more > 0 && (
        <p>
          <TextLink to="/asks">
            {waiting.moreIsForToday ? (
              <Trans>{waiting.more} more</Trans>
            ) : (
              <Trans>{waiting.more} more, none of them for today</Trans>
            )}
          </TextLink>
        </p>
      )}
      {waiting.putOff > 0 && (
        <p className="quiet">
          <TextLink to="/asks">
            <Plural value={waiting.putOff} one="# put off for now" other="# put off for now" />
          </TextLink>
        </p>
      )}
    </Page>
  );
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
