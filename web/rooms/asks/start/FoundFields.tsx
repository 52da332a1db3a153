/** What the message says, for the person to check: who asks and for what, then what may be unknown. */
import { type AskRefused, askKinds } from '@alongside/practice';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { DayField } from '../../../ui/DayField.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { kindWords } from '../ask-words.ts';
import { refusalWords } from '../refusals.ts';
import type { DraftFields } from './unfinished.ts';
import type { Draft } from './useDraft.ts';

const kindNotChosen = msg`not said`;

export function FoundFields({
  draft,
  wrong,
}: {
  readonly draft: Draft;
  readonly wrong: readonly AskRefused[];
}) {
  const { _ } = useLingui();
  const { fields, setField } = draft;
  const said = (field: keyof DraftFields) => {
    const refused = wrong.find((each) => isAbout(each, field, fields));
    return {
      ...(refused && { wrong: refusalWords(refused) }),
      ...(draft.isFound(field) && {
        hint: <Trans>From the message. Change it if it is not right.</Trans>,
      }),
    };
  };
  return (
    <>
      <TextField
        label={<Trans>Who asks?</Trans>}
        value={fields.from}
        onChange={(from) => setField({ from })}
        isRequired
        {...said('from')}
      />
      <TextArea
        label={<Trans>What do they ask for?</Trans>}
        rows={2}
        value={fields.what}
        onChange={(what) => setField({ what })}
        isRequired
        {...said('what')}
      />
      <Disclosure
        summary={<Trans>Who is most affected, by when, and what kind</Trans>}
        open={Boolean(fields.mostAffected || fields.theyAskedFor) || hasWrong(wrong)}
      >
        <p className="quiet">
          <Trans>Leave empty what you do not know. It is shown as unknown.</Trans>
        </p>
        <TextField
          label={<Trans>Who is most affected?</Trans>}
          value={fields.mostAffected}
          onChange={(mostAffected) => setField({ mostAffected })}
          {...said('mostAffected')}
        />
        <TextField
          label={<Trans>What have they asked for?</Trans>}
          value={fields.theyAskedFor}
          onChange={(theyAskedFor) => setField({ theyAskedFor })}
          {...said('theyAskedFor')}
        />
        <DayField
          label={<Trans>They need to hear from us by</Trans>}
          value={fields.by}
          onChange={(by) => setField({ by })}
          {...said('by')}
        />
        <Select
          label={<Trans>What kind of support?</Trans>}
          options={askKinds.map((kind) => ({ id: kind, name: _(kindWords[kind]) }))}
          value={fields.kind}
          onChange={(id) => setField({ kind: askKinds.find((kind) => kind === id) ?? null })}
          placeholder={_(kindNotChosen)}
        />
      </Disclosure>
    </>
  );
}

function isAbout(refused: AskRefused, field: keyof DraftFields, fields: DraftFields): boolean {
  switch (refused.type) {
    case 'FromMissing':
      return field === 'from';
    case 'WhatMissing':
      return field === 'what';
    case 'LineTooLong':
      return field === refused.field;
    case 'NotADay':
    case 'DayIsPast':
      return field === 'by' && fields.by !== '';
    case 'MessageTooLong':
      return false;
  }
}

/** Whether something in the closed part needs a look. */
function hasWrong(wrong: readonly AskRefused[]): boolean {
  return wrong.some(
    ({ type }) => type === 'NotADay' || type === 'DayIsPast' || type === 'LineTooLong',
  );
}
