/** What we ask: of other organizations, each with how many have answered, and of our members. */
import { type Ask, type Call, callFields, readFields } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useSayDay } from '../../../ui/days.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useTable } from '../../../ui/workspace.tsx';
import { useReplies } from './useOurs.ts';

export function WeAsk({ asks }: { readonly asks: readonly Ask[] }) {
  return (
    <div className="stack">
      {asks.length === 0 ? (
        <p>
          <Trans>
            Write down once what you ask of others and send it as a link: they answer without
            installing anything, and only the core team reads it.
          </Trans>
        </p>
      ) : (
        <Rows label={t`We ask`}>
          {asks.map((ask) => (
            <Row key={ask.id}>
              <OfOthers ask={ask} />
            </Row>
          ))}
        </Rows>
      )}
      <OfMembers />
    </div>
  );
}

function OfOthers({ ask }: { readonly ask: Ask }) {
  const replies = useReplies(ask.id);
  const sayDay = useSayDay();
  const by = ask.by && sayDay(ask.by);
  const forDay = ask.on && sayDay(ask.on);
  return (
    <>
      <h2 className="ask-name">
        <TextLink to={`/asks/ours/${ask.id}`}>
          <OwnWords>{ask.what}</OwnWords>
        </TextLink>
      </h2>
      {replies.length > 0 && (
        <p>
          <Plural
            value={replies.length}
            one="One organization has answered."
            other="# organizations have answered."
          />
        </p>
      )}
      <p className="quiet">
        {by ? (
          <Trans>by {by}</Trans>
        ) : forDay ? (
          <Trans>for {forDay}</Trans>
        ) : (
          <Trans>no date said</Trans>
        )}
      </p>
    </>
  );
}

/** Calls to members, the soonest first: a call is found again without its ask. */
function OfMembers() {
  const records = useTable('calls');
  const sayDay = useSayDay();
  const calls = useMemo(
    () => records.map((record) => readFields(callFields, record)).sort(soonest),
    [records],
  );
  if (calls.length === 0) return null;
  return (
    <section className="stack">
      <h2>
        <Trans>Calls to members</Trans>
      </h2>
      <Rows label={t`Calls to members`}>
        {calls.map((call) => (
          <Row key={call.id}>
            <TextLink to={`/asks/calls/${call.id}`}>
              <OwnWords>{call.what}</OwnWords>
            </TextLink>
            <p className="quiet">
              {[call.on ? sayDay(call.on) : '', call.hour].filter((part) => part !== '').join(', ')}
            </p>
          </Row>
        ))}
      </Rows>
    </section>
  );
}

function soonest({ on: one }: Call, { on: other }: Call): number {
  if (one === other) return 0;
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
