/** Calls to members that came of a yes, and the way to make one. */
import { type Ask, callFields, readFields } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { useMemo } from 'react';
import { LinkButton, TextLink } from '../../../ui/Link.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { useWhere } from '../../../ui/workspace.tsx';

export function CallsOfAsk({ ask }: { readonly ask: Ask }) {
  const records = useWhere('calls', 'ask', ask.id);
  const calls = useMemo(() => records.map((record) => readFields(callFields, record)), [records]);
  if (ask.answer !== 'yes' && ask.answer !== 'in-part') return null;
  return (
    <>
      {calls.map((call) => (
        <p key={call.id}>
          <Trans>Call to members:</Trans>{' '}
          <TextLink to={`/asks/calls/${call.id}`}>
            <OwnWords>{call.what}</OwnWords>
          </TextLink>
        </p>
      ))}
      {calls.length === 0 && (
        <LinkButton to={`/asks/calls/new?ask=${ask.id}`}>
          <Trans>Call members</Trans>
        </LinkButton>
      )}
    </>
  );
}
