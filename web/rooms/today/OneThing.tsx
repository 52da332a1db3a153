/** One of the three things, whatever it is, each with its next step. */
import {
  type Ask,
  askReplyFields,
  keepPromise,
  type PromiseMade,
  readFields,
  type Thing,
  undoOf,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { today, useSayDay } from '../../ui/days.ts';
import { LinkButton } from '../../ui/Link.tsx';
import { OwnWords, ownWords } from '../../ui/OwnWords.tsx';
import { useUndo } from '../../ui/Undo.tsx';
import { Unverified } from '../../ui/Unverified.tsx';
import { useRecord, useWhere, useWorkspace } from '../../ui/workspace.tsx';
import { WaitingAsk } from './WaitingAsk.tsx';

interface One {
  readonly thing: Exclude<Thing<Ask, PromiseMade>, { readonly type: 'call' }>;
  readonly isFirst: boolean;
}

export function OneThing({ thing, isFirst }: One) {
  switch (thing.type) {
    case 'answer':
      return <WaitingAsk ask={thing.ask} isFirst={isFirst} isLate={thing.isLateHolding} />;
    case 'gathering':
      return <Gathered id={thing.gathering} count={thing.asks.length} isFirst={isFirst} />;
    case 'proposed':
      return (
        <AskStep
          ask={thing.ask}
          part="answer"
          isFirst={isFirst}
          go={<Trans>See the proposal</Trans>}
        >
          <Trans>An answer is proposed.</Trans>
        </AskStep>
      );
    case 'envelope':
      return (
        <AskStep
          ask={thing.ask}
          part="contribution"
          isFirst={isFirst}
          go={<Trans>Answer the questions</Trans>}
        >
          <Trans>Your closed envelope is waited for.</Trans>
        </AskStep>
      );
    case 'with-others':
      return (
        <AskStep
          ask={thing.ask}
          part={thing.waitsFor === 'envelopes' ? 'contribution' : 'answer'}
          isFirst={false}
          go={<Trans>Look at it</Trans>}
        >
          {othersWords[thing.waitsFor]}
        </AskStep>
      );
    case 'replied':
      return <Replied ask={thing.ask} isFirst={isFirst} />;
    case 'learned':
      return (
        <AskStep ask={thing.ask} part="after" isFirst={isFirst} go={<Trans>Look back</Trans>}>
          <Trans>Its date is over. What did we learn?</Trans>
        </AskStep>
      );
    case 'move':
      return <CouldMove {...thing} isFirst={isFirst} />;
    case 'promise':
    case 'without-day':
      return <Due promise={thing.promise} isFirst={isFirst} />;
    case 'offered':
      return <Offered id={thing.id} isFirst={isFirst} />;
  }
}

const othersWords = {
  envelopes: <Trans>Envelopes of others are still to come.</Trans>,
  proposal: <Trans>An answer is proposed; the others can still speak.</Trans>,
  objection: <Trans>Somebody objects. Talk about it together.</Trans>,
} as const;

function AskStep({
  ask,
  part,
  isFirst,
  go,
  children,
}: {
  readonly ask: Ask;
  readonly part: string;
  readonly isFirst: boolean;
  readonly go: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <>
      <h2 className="waiting-name">
        <OwnWords>{ask.from}</OwnWords>
      </h2>
      <p {...ownWords(ask.what)}>{ask.what}</p>
      <Unverified ask={ask.id} />
      <p className="quiet">{children}</p>
      <div className="row">
        <LinkButton to={`/asks/${ask.id}?part=${part}`} kind={isFirst ? 'filled' : 'plain'}>
          {go}
        </LinkButton>
      </div>
    </>
  );
}

/** An ask of ours that somebody answered: who, where it is one. */
function Replied({ ask, isFirst }: { readonly ask: Ask; readonly isFirst: boolean }) {
  const replies = useWhere('askReplies', 'ask', ask.id)
    .map((record) => readFields(askReplyFields, record))
    .filter(({ seenOn }) => seenOn === null);
  const [first] = replies;
  const from = first && <OwnWords>{first.from}</OwnWords>;
  return (
    <>
      <h2 className="waiting-name">
        <Trans>What we asked is answered.</Trans>
      </h2>
      <p {...ownWords(ask.what)}>{ask.what}</p>
      <p className="quiet">
        {replies.length === 1 && first && first.from !== '' ? (
          <Trans>{from} has answered.</Trans>
        ) : (
          <Plural
            value={replies.length}
            one="One organization has answered."
            other="# organizations have answered."
          />
        )}
      </p>
      <div className="row">
        <LinkButton to={`/asks/ours/${ask.id}`} kind={isFirst ? 'filled' : 'plain'}>
          <Trans>Read the answer</Trans>
        </LinkButton>
      </div>
    </>
  );
}

function Gathered({
  id,
  count,
  isFirst,
}: {
  readonly id: string;
  readonly count: number;
  readonly isFirst: boolean;
}) {
  const name = useRecord('gatherings', id)?.name;
  return (
    <>
      {typeof name === 'string' && (
        <h2 className="waiting-name">
          <OwnWords>{name}</OwnWords>
        </h2>
      )}
      <p>
        <Plural value={count} one="One ask about it waits." other="# asks about it wait." />
      </p>
      <div className="row">
        <LinkButton to={`/asks/together/${id}`} kind={isFirst ? 'filled' : 'plain'}>
          <Trans>See them together</Trans>
        </LinkButton>
      </div>
    </>
  );
}

function Due({ promise, isFirst }: { readonly promise: PromiseMade; readonly isFirst: boolean }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const sayDay = useSayDay();
  const from = useRecord('asks', promise.ask ?? '')?.from;
  const to = typeof from === 'string' && from !== '' ? from : promise.to;
  const day = promise.by === null ? '' : sayDay(promise.by);
  const keep = () => {
    const changes = keepPromise(promise.id, today());
    const back = undoOf(changes, workspace.tables.get);
    workspace.commit(changes, workspace.coreTeam);
    offerUndo(t`The promise is kept.`, () => workspace.commit(back, workspace.coreTeam));
  };
  return (
    <>
      {to !== '' && (
        <h2 className="waiting-name">
          <OwnWords>{to}</OwnWords>
        </h2>
      )}
      <p {...ownWords(promise.what)}>{promise.what}</p>
      <p className={promise.by !== null && promise.by < today() ? 'late' : 'quiet'}>
        {promise.by === null ? (
          <Trans>We promised it; it has no day yet.</Trans>
        ) : promise.by === today() ? (
          <Trans>We promised it for today.</Trans>
        ) : (
          <Trans>We promised it for {day}.</Trans>
        )}
      </p>
      <div className="row">
        <Button kind={isFirst ? 'filled' : 'plain'} onPress={keep}>
          <Trans>Kept</Trans>
        </Button>
        <LinkButton to={`/asks/promises/${promise.id}`} kind="quiet">
          <Trans>Change, set down, hand on</Trans>
        </LinkButton>
      </div>
    </>
  );
}

/** Somebody asks whether a promise that I carry could move, to make room for an ask. */
function CouldMove({
  ask,
  promise,
  isFirst,
}: {
  readonly ask: Ask;
  readonly promise: PromiseMade;
  readonly isFirst: boolean;
}) {
  const from = <OwnWords>{ask.from}</OwnWords>;
  return (
    <>
      <h2 className="waiting-name">
        <Trans>Could this move, to make room for {from}?</Trans>
      </h2>
      <p {...ownWords(promise.what)}>{promise.what}</p>
      <div className="row">
        <LinkButton to={`/asks/${ask.id}?part=contribution`} kind={isFirst ? 'filled' : 'plain'}>
          <Trans>Look at it</Trans>
        </LinkButton>
      </div>
    </>
  );
}

/** Somebody asks me to take over a promise, an ask, or a gathering. */
function Offered({ id, isFirst }: { readonly id: string; readonly isFirst: boolean }) {
  const promise = useRecord('promises', id)?.what;
  const gathering = useRecord('gatherings', id)?.name;
  const ask = useRecord('asks', id)?.what;
  const words = [promise, gathering, ask].find((each) => typeof each === 'string');
  const path =
    promise !== undefined
      ? `/asks/promises/${id}`
      : gathering !== undefined
        ? `/asks/together/${id}`
        : `/asks/${id}`;
  return (
    <>
      <h2 className="waiting-name">
        <Trans>You are asked to take something over.</Trans>
      </h2>
      {typeof words === 'string' && <p {...ownWords(words)}>{words}</p>}
      <div className="row">
        <LinkButton to={path} kind={isFirst ? 'filled' : 'plain'}>
          <Trans>Look at it</Trans>
        </LinkButton>
      </div>
    </>
  );
}
