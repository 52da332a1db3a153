/** The facts of an ask as fields. What is typed is kept by itself. */
import { askKinds, cleanLine, lineLimit } from '@alongside/practice';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useKeptWords } from '../../../ui/useKeptWords.ts';
import { kindWords } from '../ask-words.ts';
import { refusalWords } from '../refusals.ts';
import type { Given } from './given.ts';
import { IssueChoice } from './IssueChoice.tsx';
import { KeptDay } from './KeptDay.tsx';
import { KindFieldsForm } from './KindFieldsForm.tsx';

const notSaid = msg`not said`;

type Line = 'from' | 'what' | 'mostAffected' | 'theyAskedFor';

/** What is wrong with this one line, whatever stands in the others. */
function wrongIn(field: Line, words: string): string | undefined {
  if (words.length > lineLimit)
    return refusalWords({ type: 'LineTooLong', field, limit: lineLimit });
  if (cleanLine(words) !== '') return undefined;
  if (field === 'from') return refusalWords({ type: 'FromMissing' });
  return field === 'what' ? refusalWords({ type: 'WhatMissing' }) : undefined;
}

export function EditAsk({ ask, change, onDone }: Given & { readonly onDone: () => void }) {
  const { _ } = useLingui();
  const keep = (field: Line) => (words: string) => {
    if (wrongIn(field, words) === undefined) change({ [field]: words });
  };
  const from = useKeptWords(ask.from, keep('from'));
  const what = useKeptWords(ask.what, keep('what'));
  const mostAffected = useKeptWords(ask.mostAffected, keep('mostAffected'));
  const theyAskedFor = useKeptWords(ask.theyAskedFor, keep('theyAskedFor'));
  const shown = (field: Line, words: string) => {
    const wrong = wrongIn(field, words);
    return wrong === undefined ? {} : { wrong };
  };
  return (
    <>
      <TextField label={<Trans>Who asks?</Trans>} {...from} {...shown('from', from.value)} />
      <TextField
        label={<Trans>What do they ask for?</Trans>}
        {...what}
        {...shown('what', what.value)}
      />
      <TextField
        label={<Trans>Who is most affected?</Trans>}
        {...mostAffected}
        {...shown('mostAffected', mostAffected.value)}
      />
      <TextField
        label={<Trans>What have they asked for?</Trans>}
        {...theyAskedFor}
        {...shown('theyAskedFor', theyAskedFor.value)}
      />
      <KeptDay
        label={<Trans>They need to hear from us by</Trans>}
        kept={ask.by}
        received={ask.receivedOn}
        keep={(by) => change({ by })}
      />
      <KeptDay
        label={<Trans>The day it is for</Trans>}
        kept={ask.on}
        received={ask.receivedOn}
        keep={(on) => change({ on })}
      />
      <Select
        label={<Trans>What kind of support?</Trans>}
        options={askKinds.map((kind) => ({ id: kind, name: _(kindWords[kind]) }))}
        value={ask.kind}
        onChange={(kind) => change({ kind })}
        placeholder={_(notSaid)}
      />
      <KindFieldsForm ask={ask} change={change} />
      <IssueChoice ask={ask} change={change} />
      <div className="row">
        <Button onPress={onDone}>
          <Trans>Done</Trans>
        </Button>
      </div>
    </>
  );
}
