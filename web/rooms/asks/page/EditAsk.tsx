/** The facts of an ask as fields. What is typed is kept by itself. */
import { type AskWords, askKinds, whatIsWrong } from '@alongside/practice';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { today } from '../../../ui/days.ts';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useKeptWords } from '../../../ui/useKeptWords.ts';
import { kindWords } from '../ask-words.ts';
import { refusalWords } from '../refusals.ts';
import type { Given } from './given.ts';

const notSaid = msg`not said`;

export function EditAsk({ ask, change, onDone }: Given & { readonly onDone: () => void }) {
  const { _ } = useLingui();
  const keep = (field: 'from' | 'what' | 'mostAffected' | 'theyAskedFor') => (words: string) => {
    const given: AskWords = { ...ask, by: '', [field]: words };
    if (whatIsWrong(given, today()).length === 0) change({ [field]: words });
  };
  const from = useKeptWords(ask.from, keep('from'));
  const what = useKeptWords(ask.what, keep('what'));
  const mostAffected = useKeptWords(ask.mostAffected, keep('mostAffected'));
  const theyAskedFor = useKeptWords(ask.theyAskedFor, keep('theyAskedFor'));
  return (
    <>
      <TextField
        label={<Trans>Who asks?</Trans>}
        {...from}
        {...(from.value.trim() === '' && { wrong: refusalWords({ type: 'FromMissing' }) })}
      />
      <TextField
        label={<Trans>What do they ask for?</Trans>}
        {...what}
        {...(what.value.trim() === '' && { wrong: refusalWords({ type: 'WhatMissing' }) })}
      />
      <TextField label={<Trans>Who is most affected?</Trans>} {...mostAffected} />
      <TextField label={<Trans>What have they asked for?</Trans>} {...theyAskedFor} />
      <DayField
        label={<Trans>They need to hear from us by</Trans>}
        value={ask.by ?? ''}
        onChange={(by) => change({ by: by || null })}
      />
      <Select
        label={<Trans>What kind of support?</Trans>}
        options={askKinds.map((kind) => ({ id: kind, name: _(kindWords[kind]) }))}
        value={ask.kind}
        onChange={(kind) => change({ kind })}
        placeholder={_(notSaid)}
      />
      <div className="row">
        <Button onPress={onDone}>
          <Trans>Done</Trans>
        </Button>
      </div>
    </>
  );
}
