/** The few fields of the ask's kind. What is typed is kept by itself, each field apart. */
import { type Ask, asksAboutRisk, type KindField, kindFields } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useKeptWords } from '../../../ui/useKeptWords.ts';
import { kindFieldWords } from '../ask-words.ts';
import type { ChangeAsk } from '../useAsk.ts';
import { KeptDay } from './KeptDay.tsx';

interface FormProps {
  readonly ask: Ask;
  readonly change: ChangeAsk;
}

export function KindFieldsForm({ ask, change }: FormProps) {
  const { _ } = useLingui();
  if (ask.kind === null) return null;
  return (
    <>
      {kindFields[ask.kind].map((field) =>
        field === 'closesOn' ? (
          <KeptDay
            key={field}
            label={_(kindFieldWords[field])}
            kept={ask.closesOn}
            received={ask.receivedOn}
            keep={(closesOn) => change({ closesOn })}
          />
        ) : (
          <KindWords key={field} field={field} ask={ask} change={change} />
        ),
      )}
      {asksAboutRisk.has(ask.kind) && <Risk ask={ask} change={change} />}
    </>
  );
}

function KindWords({
  field,
  ask,
  change,
}: FormProps & { readonly field: Exclude<KindField, 'closesOn'> }) {
  const { _ } = useLingui();
  const words = useKeptWords(ask[field], (typed) => change({ [field]: typed }));
  const label = _(kindFieldWords[field]);
  return field === 'letterText' ? (
    <TextArea label={label} rows={4} {...words} />
  ) : (
    <TextField label={label} {...words} />
  );
}

function Risk({ ask, change }: FormProps) {
  const risk = useKeptWords(ask.atRisk, (atRisk) => change({ atRisk }));
  return (
    <TextField
      label={<Trans>Is anyone put at risk?</Trans>}
      hint={<Trans>One line, without names.</Trans>}
      {...risk}
    />
  );
}
