/** The answer of a visitor: the fields, one button, and what became of it. What was typed stays until it is sent. */
import type { Visit } from '@alongside/vault/visit';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, type SubmitEvent, useState } from 'react';

type Says = Parameters<Visit['answer']>[0];

export interface AnswerFormProps {
  readonly answer: Visit['answer'];
  /** What the fields say, as it is sent; null where the answer itself is missing. */
  readonly read: (fields: Readonly<Record<string, unknown>>) => Says | null;
  /** `isMissing`: the answer itself was left out when it was to be sent. */
  readonly fields: (isMissing: boolean) => ReactNode;
  /** Who can read it, said beside the button. */
  readonly readers: ReactNode;
  readonly onSent: () => void;
}

export function AnswerForm({ answer, read, fields, readers, onSent }: AnswerFormProps) {
  const [state, setState] = useState<'not yet' | 'missing' | 'under way' | 'away'>('not yet');
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const says = read(Object.fromEntries(new FormData(event.currentTarget)));
    if (says === null) return setState('missing');
    setState('under way');
    if (await answer(says)) setState('away');
    else onSent();
  };
  return (
    <>
      <form id="answer" className="visit-form" onSubmit={(event) => void submit(event)} noValidate>
        {fields(state === 'missing')}
        {state === 'away' && (
          <p className="wrong" role="alert">
            <Trans>
              It could not be sent: the server cannot be reached. What you wrote is still here.
            </Trans>
          </p>
        )}
        <p className="quiet">{readers}</p>
      </form>
      <div className="page-action row">
        <button
          type="submit"
          form="answer"
          className="button"
          data-kind="filled"
          disabled={state === 'under way'}
        >
          <Trans>Send the answer</Trans>
        </button>
      </div>
    </>
  );
}
