/** The answer of a visitor: the fields, one button, and what became of it. What was typed stays until it is sent. */
import type { Visit } from '@alongside/vault/visit';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, type SubmitEvent, useState } from 'react';

type Says = Parameters<Visit['answer']>[0];

export interface AnswerFormProps {
  /** Sends it; what it gives is why it was not sent. */
  readonly answer: (says: Says) => Promise<{ readonly type: string } | undefined>;
  /** What the fields say, as it is sent; null where the answer itself is missing. */
  readonly read: (fields: Readonly<Record<string, unknown>>) => Says | null;
  /** `isMissing`: the answer itself was left out when it was to be sent. */
  readonly fields: (isMissing: boolean) => ReactNode;
  /** Who can read it, said beside the button. */
  readonly readers: ReactNode;
  readonly onSent: () => void;
  readonly send?: ReactNode;
  /** Other reasons than that the server cannot be reached, in words. */
  readonly whyNot?: Readonly<Record<string, ReactNode>>;
}

export function AnswerForm(props: AnswerFormProps) {
  const { answer, read, fields, readers, onSent, whyNot } = props;
  const [state, setState] = useState<'not yet' | 'missing' | 'under way' | 'not sent'>('not yet');
  const [why, setWhy] = useState('');
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (state === 'under way') return;
    const says = read(Object.fromEntries(new FormData(event.currentTarget)));
    if (says === null) return setState('missing');
    setState('under way');
    const refusal = await answer(says);
    if (!refusal) {
      setState('not yet');
      return onSent();
    }
    setWhy(refusal.type);
    setState('not sent');
  };
  return (
    <>
      <form id="answer" className="visit-form" onSubmit={(event) => void submit(event)} noValidate>
        {fields(state === 'missing')}
        {state === 'not sent' && (
          <div className="wrong" role="alert">
            {whyNot?.[why] ??
              (why === 'NotThere' ? (
                <Trans>
                  It was not sent: this page is over, or was taken back. Ask whoever sent you the
                  link.
                </Trans>
              ) : (
                <Trans>
                  It could not be sent: the server cannot be reached. What you wrote is still here.
                </Trans>
              ))}
          </div>
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
          {props.send ?? <Trans>Send the answer</Trans>}
        </button>
      </div>
    </>
  );
}
