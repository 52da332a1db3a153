/** A promise that comes from no ask: to whom, what, by when, maybe or sure. */
import { cleanLine, isDay, promiseChanges } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Radio, RadioGroup } from '../../../ui/Choices.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { today } from '../../../ui/days.ts';
import { NotHere } from '../../../ui/EmptyPage.tsx';
import { Page } from '../../../ui/Page.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { WhoCanRead } from '../../../ui/WhoCanRead.tsx';
import { useGo } from '../../../ui/where.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { refusalWords } from '../refusals.ts';

export default function NewPromise() {
  const workspace = useWorkspace();
  const go = useGo();
  const [to, setTo] = useState('');
  const [what, setWhat] = useState('');
  const [by, setBy] = useState('');
  const [sureness, setSureness] = useState('sure');
  const [tried, setTried] = useState(false);
  const isWhatMissing = cleanLine(what) === '';
  const isDayWrong = by !== '' && (!isDay(by) || by < today());
  const promise = () => {
    setTried(true);
    if (isWhatMissing || isDayWrong) return;
    const id = workspace.newId();
    const values = { to, what, by: by || null, sureness, state: 'open', carriedBy: workspace.me };
    workspace.commit(promiseChanges(id, values), workspace.coreTeam);
    go('/asks?tab=promised', { instead: true });
  };
  return (
    <Page
      title={<Trans>What do we promise?</Trans>}
      readers={<WhoCanRead audience={workspace.coreTeam} />}
      action={
        <Button kind="filled" type="submit" form="promise">
          <Trans>Write down the promise</Trans>
        </Button>
      }
    >
      <form
        id="promise"
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          promise();
        }}
      >
        <TextField
          label={<Trans>What we promise</Trans>}
          value={what}
          onChange={setWhat}
          maxLength={2000}
          isRequired
          {...(tried && isWhatMissing && { wrong: refusalWords({ type: 'WhatMissing' }) })}
        />
        <TextField
          label={<Trans>To which organization</Trans>}
          value={to}
          onChange={setTo}
          maxLength={300}
        />
        <DayField
          label={<Trans>By when</Trans>}
          value={by}
          min={today()}
          onChange={setBy}
          {...(isDayWrong && {
            wrong: refusalWords({ type: 'DayIsPast', by, received: today() }),
          })}
        />
        <RadioGroup label={<Trans>How sure is it?</Trans>} value={sureness} onChange={setSureness}>
          <Radio value="sure">
            <Trans>Sure</Trans>
          </Radio>
          <Radio value="maybe">
            <Trans>Maybe</Trans>
          </Radio>
        </RadioGroup>
        <NotHere />
      </form>
    </Page>
  );
}
