/** A call to members, from a yes: what, where, when, how many, which languages or skills, and who organizes it. */
import {
  type CallRefused,
  type CallWords,
  callEnds,
  noticeOfCall,
  whatIsWrongWithCall,
  writeCall,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Radio, RadioGroup } from '../../../ui/Choices.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { today } from '../../../ui/days.ts';
import { NotHere } from '../../../ui/EmptyPage.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PutOnServer } from '../../../ui/PutOnServer.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useNames, useTogether } from '../../../ui/together.ts';
import { useAsking } from '../../../ui/useAsking.ts';
import { useGo, useSearchParam } from '../../../ui/where.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { endOf } from '../our-link.ts';
import { useAsk, useAsks } from '../useAsk.ts';

export default function NewCall() {
  const here = useTogether();
  const ask = useSearchParam('ask') ?? '';
  if (!here || here.now.server.type === 'NoServer') {
    return (
      <Page
        title={<Trans>To call members by a link, this needs a server first.</Trans>}
        action={<PutOnServer as="filled" />}
      >
        <p>
          <Trans>
            Members answer on their phones, without an account. Only those who organize it read who
            can come.
          </Trans>
        </p>
      </Page>
    );
  }
  return <CallForm ask={ask} />;
}

function CallForm({ ask: askId }: { readonly ask: string }) {
  const workspace = useWorkspace();
  const here = useTogether();
  const go = useGo();
  const asking = useAsking();
  const nameOf = useNames();
  const { ask } = useAsk(askId);
  const ours = useAsks().find(({ direction }) => direction === 'we-ask');
  const [typed, setTyped] = useState<Partial<CallWords>>({});
  const [other, setOther] = useState('');
  const [wrong, setWrong] = useState<readonly CallRefused[]>([]);
  if (!here) return null;
  const { now, together } = here;
  const call: CallWords = {
    // The name by which others know us, where it was typed once before.
    us: ours?.from ?? '',
    what: ask?.contributionWhat || ask?.what || '',
    where: '',
    on: ask?.on ?? null,
    hour: '',
    howMany: null,
    skills: '',
    more: '',
    ...typed,
  };
  const set = (given: Partial<CallWords>) => setTyped({ ...typed, ...given });
  const said = (type: CallRefused['type'], words: string) =>
    wrong.some((one) => one.type === type) ? { wrong: words } : {};
  const team = now.circles.find(({ kind }) => kind === 'core-team')?.members ?? [];
  const others = now.people.filter(
    ({ id, active }) => active && id !== now.me && team.includes(id),
  );

  const make = (event: SubmitEvent) => {
    event.preventDefault();
    const found = whatIsWrongWithCall(call, today());
    setWrong(found);
    const { on } = call;
    if (found.length > 0 || on === null) return;
    void asking.run(async () => {
      const made = await together.setCircle('new', other === '' ? [now.me] : [now.me, other]);
      if (made.type !== 'CircleMade') return made;
      const until = callEnds(on);
      // With its last day all of it goes.
      const ends = { notice: endOf(until), inbox: endOf(until) };
      const opened = await together.intakes.open('call', noticeOfCall(call), ends, made.circle);
      if (opened.type !== 'IntakeOpened') return opened;
      const id = workspace.newId();
      const { secret, fragment } = opened;
      const link = { ask: ask?.id ?? null, circle: made.circle, secret, fragment, until };
      workspace.commit(writeCall(id, call, link), workspace.coreTeam);
      go(`/asks/calls/${id}`, { instead: true });
      return undefined;
    });
  };

  return (
    <Page
      title={<Trans>What do we call members to?</Trans>}
      action={
        <Button kind="filled" type="submit" form="call" isDisabled={asking.working}>
          <Trans>Make the call</Trans>
        </Button>
      }
    >
      <form id="call" className="stack" onSubmit={make} noValidate>
        <TextArea
          label={<Trans>What is it?</Trans>}
          rows={2}
          value={call.what}
          onChange={(what) => set({ what })}
          isRequired
          {...said('WhatMissing', t`Write in a line what it is.`)}
        />
        <DayField
          label={<Trans>On which day?</Trans>}
          value={call.on ?? ''}
          min={today()}
          onChange={(on) => set({ on: on || null })}
          {...said('DayMissing', t`Choose the day: its list is destroyed seven days after.`)}
          {...said('DayIsPast', t`That day has passed. Choose another.`)}
          {...said('DayTooFar', t`A page can be there for a year. Choose a nearer day.`)}
        />
        <TextField
          label={<Trans>From when to when?</Trans>}
          value={call.hour}
          onChange={(hour) => set({ hour })}
        />
        <TextField
          label={<Trans>Where?</Trans>}
          value={call.where}
          onChange={(where) => set({ where })}
        />
        <TextField
          label={<Trans>How many are needed?</Trans>}
          inputMode="numeric"
          value={call.howMany === null ? '' : String(call.howMany)}
          onChange={(text) => set({ howMany: countIn(text) })}
        />
        <TextField
          label={<Trans>Which languages or skills?</Trans>}
          value={call.skills}
          onChange={(skills) => set({ skills })}
        />
        <TextField
          label={<Trans>Who calls, on that page?</Trans>}
          value={call.us}
          onChange={(us) => set({ us })}
        />
        {others.length === 0 ? (
          <p className="quiet">
            <Trans>Only you read who can come; everyone else here sees how many.</Trans>
          </p>
        ) : (
          <RadioGroup
            label={<Trans>Who organizes it with you?</Trans>}
            hint={
              other === '' ? (
                <Trans>Only you read who can come; everyone else here sees how many.</Trans>
              ) : (
                <Trans>You two read who can come; everyone else here sees how many.</Trans>
              )
            }
            value={other}
            onChange={setOther}
          >
            <Radio value="">
              <Trans>Nobody: I alone</Trans>
            </Radio>
            {others.map(({ id }) => (
              <Radio key={id} value={id}>
                <bdi>{nameOf(id) || t`Someone without a name`}</bdi>
              </Radio>
            ))}
          </RadioGroup>
        )}
        <Refused refusal={asking.refusal} />
        <NotHere />
      </form>
    </Page>
  );
}

/** A whole number from 1 to 9999, in whichever digits; null for anything else. */
function countIn(text: string): number | null {
  const digits = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  return /^[1-9]\d{0,3}$/.test(digits.trim()) ? Number(digits) : null;
}
