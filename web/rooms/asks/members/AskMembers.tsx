/** Lets members answer a weighing by a link: what they read of it, and until when. */
import {
  type MemberPageRefused,
  type MemberPageWords,
  memberPageEnds,
  noticeOfMemberPage,
  whatIsWrongWithMemberPage,
  writeMemberPage,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { today } from '../../../ui/days.ts';
import { NotHere } from '../../../ui/EmptyPage.tsx';
import { TextLink } from '../../../ui/Link.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PutOnServer } from '../../../ui/PutOnServer.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useTogether } from '../../../ui/together.ts';
import { useAsking } from '../../../ui/useAsking.ts';
import { WhoCanRead } from '../../../ui/WhoCanRead.tsx';
import { useGo, useSearchParam } from '../../../ui/where.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { lasts } from '../our-link.ts';
import { useAsk } from '../useAsk.ts';

export default function AskMembers() {
  const here = useTogether();
  if (!here || here.now.server.type === 'NoServer') {
    return (
      <Page
        title={<Trans>To ask members by a link, this needs a server first.</Trans>}
        action={<PutOnServer as="filled" />}
      >
        <p>
          <Trans>Members answer on their phones, without an account and without a name.</Trans>
        </p>
      </Page>
    );
  }
  return <MembersForm />;
}

function MembersForm() {
  const workspace = useWorkspace();
  const here = useTogether();
  const go = useGo();
  const asking = useAsking();
  const askId = useSearchParam('ask') ?? '';
  const { ask } = useAsk(askId);
  const [typed, setTyped] = useState<Partial<MemberPageWords>>({});
  const [day, setDay] = useState<string>();
  const [wrong, setWrong] = useState<readonly MemberPageRefused[]>([]);
  if (!here) return null;
  const words: MemberPageWords = { us: '', what: ask?.what ?? '', more: '', ...typed };
  const until = day ?? memberPageEnds({ by: ask?.by ?? null }, today());
  const set = (given: Partial<MemberPageWords>) => setTyped({ ...typed, ...given });
  const said = (type: MemberPageRefused['type'], sentence: string) =>
    wrong.some((one) => one.type === type) ? { wrong: sentence } : {};

  const make = (event: SubmitEvent) => {
    event.preventDefault();
    const found = whatIsWrongWithMemberPage({ ...words, until: until || null }, today());
    setWrong(found);
    if (found.length > 0) return;
    void asking.run(async () => {
      const says = noticeOfMemberPage(words);
      const opened = await here.together.intakes.open('weigh', says, lasts(until));
      if (opened.type !== 'IntakeOpened') return opened;
      const { secret, fragment } = opened;
      const page = { ...words, ask: ask?.id ?? null, secret, fragment, until };
      workspace.commit(writeMemberPage(workspace.newId(), page), workspace.coreTeam);
      go(`/asks/${askId}?part=engagement`, { instead: true });
      return undefined;
    });
  };

  return (
    <Page
      title={<Trans>What do members read, before they say whether they would take part?</Trans>}
      readers={<WhoCanRead audience={workspace.coreTeam} />}
      above={
        ask && (
          <TextLink to={`/asks/${ask.id}?part=engagement`}>
            <Trans>The ask it comes from</Trans>
          </TextLink>
        )
      }
      action={
        <Button kind="filled" type="submit" form="members" isDisabled={asking.working}>
          <Trans>Make the link</Trans>
        </Button>
      }
    >
      <form id="members" className="stack" onSubmit={make} noValidate>
        <TextArea
          label={<Trans>What is asked of us?</Trans>}
          hint={<Trans>Whoever has the link reads it. Name nobody who has not agreed.</Trans>}
          rows={2}
          value={words.what}
          onChange={(what) => set({ what })}
          isRequired
          {...said('WhatMissing', t`Write in a line what is asked of us.`)}
        />
        <TextArea
          label={<Trans>More about it</Trans>}
          rows={3}
          value={words.more}
          onChange={(more) => set({ more })}
        />
        <TextField
          label={<Trans>Who asks them</Trans>}
          hint={<Trans>Our name as members know it; or leave it empty.</Trans>}
          value={words.us}
          onChange={(us) => set({ us })}
        />
        <DayField
          label={<Trans>Until which day can they answer?</Trans>}
          value={until}
          onChange={setDay}
          min={today()}
          {...said('DayMissing', t`Choose the last day.`)}
          {...said('DayIsPast', t`That day is over.`)}
          {...said('DayTooFar', t`A page can be there for a year. Choose a nearer day.`)}
        />
        <NotHere />
        <Refused refusal={asking.refusal} />
      </form>
    </Page>
  );
}
