/** A call: its link to send, how many can come, and for those who organize it who. */
import {
  type Call,
  callFields,
  callReplyFields,
  closeCall,
  countAnswers,
  readFields,
} from '@alongside/practice';
import type { Together } from '@alongside/vault/kept';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Plural, Trans } from '@lingui/react/macro';
import { useEffect, useMemo, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { today, useSayDay } from '../../../ui/days.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { OwnWords, ownWords } from '../../../ui/OwnWords.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useTogether } from '../../../ui/together.ts';
import { useAsking } from '../../../ui/useAsking.ts';
import { useParam } from '../../../ui/where.ts';
import { useRecord, useWhere, useWorkspace } from '../../../ui/workspace.tsx';
import { NotOurLink } from '../NotOurLink.tsx';
import { endLink, isOurLink } from '../our-link.ts';
import { VisitLink } from '../VisitLink.tsx';
import { callAnswerWords } from './call-words.ts';

export default function CallPage() {
  const id = useParam('call');
  const record = useRecord('calls', id);
  const call = useMemo(() => record && readFields(callFields, record), [record]);
  if (!call) {
    return (
      <Page title={<Trans>This call is over: its list is destroyed.</Trans>}>
        <p>
          <TextLink to="/asks">
            <Trans>See all asks</Trans>
          </TextLink>
        </p>
      </Page>
    );
  }
  return <Shown call={call} />;
}

function Shown({ call }: { readonly call: Call }) {
  const here = useTogether();
  const records = useWhere('callReplies', 'call', call.id);
  const replies = useMemo(
    () => records.map((record) => readFields(callReplyFields, record)),
    [records],
  );
  const organizes = here?.now.circles.some(({ id, readable }) => id === call.circle && readable);
  const counted = useCount(here?.together, organizes ? null : call.secret);
  const { can } = countAnswers(replies);
  const sayDay = useSayDay();
  const when = [call.on ? sayDay(call.on) : '', call.hour].filter((part) => part !== '').join(', ');
  return (
    <Page
      title={
        organizes ? (
          <Plural
            value={can}
            _0="Nobody has said yet that they can come."
            one="One member can come."
            other="# members can come."
          />
        ) : (
          <Plural
            value={counted}
            _0="Nobody has answered this call yet."
            one="One member has answered this call."
            other="# members have answered this call."
          />
        )
      }
    >
      <p {...ownWords(call.what)}>{call.what}</p>
      <p className="quiet">
        {when}
        {call.where !== '' && (
          <>
            {' · '}
            <OwnWords>{call.where}</OwnWords>
          </>
        )}
      </p>
      <CallLink call={call} />
      {organizes ? <List replies={replies} /> : <p className="quiet">{whoReadsIt()}</p>}
    </Page>
  );
}

const whoReadsIt = () =>
  t`Only those who organize it read who can come. The list is destroyed seven days after.`;

function CallLink({ call }: { readonly call: Call }) {
  const workspace = useWorkspace();
  const here = useTogether();
  const asking = useAsking();
  const sayDay = useSayDay();
  const until = call.until && sayDay(call.until);
  if (call.closedOn !== null) {
    return (
      <section className="stack">
        <p>
          <Trans>
            This is called off: the link says so, and takes no more answers. Tell those who meant to
            come.
          </Trans>
        </p>
        {until && (
          <p className="quiet">
            <Trans>Its list is destroyed on {until}.</Trans>
          </p>
        )}
      </section>
    );
  }
  const { secret } = call;
  const end = async () => {
    if (!here) return undefined;
    const refusal = await endLink(here.together, secret);
    if (!refusal) workspace.commit(closeCall(call.id, today()), workspace.coreTeam);
    return refusal;
  };
  if (here && !isOurLink(here.now, workspace.tables, 'calls', call.id))
    return <NotOurLink until={call.until} end={end} />;
  return (
    <section className="stack">
      <VisitLink
        fragment={call.fragment}
        code={t`A code that opens the call`}
        beside={
          secret && (
            <Button kind="quiet" isDisabled={asking.working} onPress={() => void asking.run(end)}>
              <Trans>Call it off</Trans>
            </Button>
          )
        }
      >
        <Refused refusal={asking.refusal} />
        {until && (
          <p className="quiet">
            <Trans>It and its list are destroyed on {until}.</Trans>
          </p>
        )}
      </VisitLink>
    </section>
  );
}

function List({
  replies,
}: {
  readonly replies: readonly ReturnType<typeof readFields<typeof callReplyFields>>[];
}) {
  const { _ } = useLingui();
  if (replies.length === 0) return null;
  return (
    <section className="stack">
      <h2>
        <Trans>Who answered</Trans>
      </h2>
      <p className="quiet">{whoReadsIt()}</p>
      <Rows label={t`Who answered`}>
        {replies.map((reply) => (
          <Row key={reply.id}>
            <p>
              <strong>
                {reply.name === '' ? <Trans>Not named</Trans> : <OwnWords>{reply.name}</OwnWords>}
              </strong>
              {' · '}
              {reply.answer && _(callAnswerWords[reply.answer])}
            </p>
            {reply.note !== '' && <p {...ownWords(reply.note)}>{reply.note}</p>}
          </Row>
        ))}
      </Rows>
    </section>
  );
}

/** How many answers came, for who cannot read them. */
function useCount(together: Together | undefined, secret: Uint8Array | null): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (!together || !secret) return;
    let gone = false;
    void together.intakes.look(secret).then((read) => {
      if (!gone && read.type === 'IntakeRead') setCount(read.replies.length + read.unreadable);
    });
    return () => {
      gone = true;
    };
  }, [together, secret]);
  return count;
}
