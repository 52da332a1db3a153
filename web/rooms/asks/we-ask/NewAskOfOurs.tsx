/** An ask of ours, written once. What it says is what its page will say, word for word. */
import {
  type AskOfOurs,
  type AskOfOursRefused,
  whatIsWrongWithOurs,
  writeAskOfOurs,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { today } from '../../../ui/days.ts';
import { NotHere } from '../../../ui/EmptyPage.tsx';
import { Page } from '../../../ui/Page.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { WhoCanRead } from '../../../ui/WhoCanRead.tsx';
import { useGo, useSearchParam } from '../../../ui/where.ts';
import { useRecord, useWorkspace } from '../../../ui/workspace.tsx';
import { useAsks } from '../useAsk.ts';

const nothing: Omit<AskOfOurs, 'from'> = {
  what: '',
  mostAffected: '',
  theyAskedFor: '',
  text: '',
  by: null,
  on: null,
};

export default function NewAskOfOurs() {
  const workspace = useWorkspace();
  const go = useGo();
  const before = useAsks().find(({ direction }) => direction === 'we-ask');
  // From the page of one event, what happened is not typed twice.
  const about = useRecord('gatherings', useSearchParam('about') ?? '')?.name;
  const [ask, setAsk] = useState<AskOfOurs>({
    ...nothing,
    from: before?.from ?? '',
    text: typeof about === 'string' ? about : '',
  });
  const [wrong, setWrong] = useState<readonly AskOfOursRefused[]>([]);
  const set = (given: Partial<AskOfOurs>) => setAsk({ ...ask, ...given });
  const said = (is: (refused: AskOfOursRefused) => boolean, words: string) =>
    wrong.some(is) ? { wrong: words } : {};
  const past = (field: 'by' | 'on') =>
    said(
      (one) => one.type === 'DayIsPast' && one.field === field,
      t`That day has passed. Choose another, or leave it empty.`,
    );
  const write = (event: SubmitEvent) => {
    event.preventDefault();
    const found = whatIsWrongWithOurs(ask, today());
    setWrong(found);
    if (found.length > 0) return;
    const id = workspace.newId();
    workspace.commit(writeAskOfOurs(id, ask, today()), workspace.coreTeam);
    go(`/asks/ours/${id}`, { instead: true });
  };
  return (
    <Page
      title={<Trans>What do we ask others for?</Trans>}
      readers={<WhoCanRead audience={workspace.coreTeam} />}
      action={
        <Button kind="filled" type="submit" form="ours">
          <Trans>Write it down</Trans>
        </Button>
      }
    >
      <form id="ours" className="stack" onSubmit={write} noValidate>
        <TextArea
          label={<Trans>What do we ask for?</Trans>}
          rows={2}
          value={ask.what}
          onChange={(what) => set({ what })}
          isRequired
          {...said(({ type }) => type === 'WhatMissing', t`Write in a line what we ask for.`)}
        />
        <TextField
          label={<Trans>Who are we, on that page?</Trans>}
          hint={<Trans>The name by which they know us.</Trans>}
          value={ask.from}
          onChange={(from) => set({ from })}
          isRequired
          {...said(
            ({ type }) => type === 'WhoWeAreMissing',
            t`Write a name by which they know us.`,
          )}
        />
        <TextField
          label={<Trans>Who is most affected?</Trans>}
          value={ask.mostAffected}
          onChange={(mostAffected) => set({ mostAffected })}
        />
        <TextField
          label={<Trans>What have they asked for?</Trans>}
          value={ask.theyAskedFor}
          onChange={(theyAskedFor) => set({ theyAskedFor })}
        />
        <TextArea
          label={<Trans>More about it</Trans>}
          rows={3}
          value={ask.text}
          onChange={(text) => set({ text })}
        />
        <DayField
          label={<Trans>We need to hear from them by</Trans>}
          value={ask.by ?? ''}
          min={today()}
          onChange={(by) => set({ by: by || null })}
          {...past('by')}
        />
        <DayField
          label={<Trans>The day it is for</Trans>}
          value={ask.on ?? ''}
          min={today()}
          onChange={(on) => set({ on: on || null })}
          {...past('on')}
        />
        <NotHere />
      </form>
    </Page>
  );
}
