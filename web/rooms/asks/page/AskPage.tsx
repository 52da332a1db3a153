/**
 * One ask: what they ask and who is most affected, the three questions where it is hard, our answer, the
 * reply, and what came of it. On a phone one part at a time; on a desk all of it, the questions side by side.
 */
import { type Ask, unansweredIn, unansweredQuestions } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { TextLink } from '../../../ui/Link.tsx';
import { Page } from '../../../ui/Page.tsx';
import { usePeopleHere } from '../../../ui/people-here.ts';
import { Unverified } from '../../../ui/Unverified.tsx';
import { WhoCanReadThis } from '../../../ui/WhoCanRead.tsx';
import { useParam } from '../../../ui/where.ts';
import { useWeighing, type Weighing } from '../envelopes/useWeighing.ts';
import { useKnow } from '../know/useKnow.ts';
import { useAsk } from '../useAsk.ts';
import { useSize } from '../useSize.ts';
import { AnswerPart } from './AnswerPart.tsx';
import { AskPart } from './AskPart.tsx';
import { AskTitle } from './AskTitle.tsx';
import { AfterPart } from './after/AfterPart.tsx';
import { useChosen } from './answer/chosen.ts';
import type { Given } from './given.ts';
import { KeepThis } from './KeepThis.tsx';
import { PrintedAsk } from './PrintedAsk.tsx';
import { partsOf, useParts } from './parts.ts';
import { ContributionPart, EngagementPart, LongViewPart } from './QuestionParts.tsx';
import { ReplyPart } from './ReplyPart.tsx';
import { standsAt } from './stands-at.ts';
import { useQuestions } from './useQuestions.ts';
import './AskPage.css';

export default function AskPage() {
  const id = useParam('ask');
  const { ask, change } = useAsk(id);
  const size = useSize(id, ask);
  const hasAfter = ask?.answer === 'yes' || ask?.answer === 'in-part';
  const parts = useParts(id, partsOf(size, hasAfter), standsAt(ask));
  const questions = useQuestions(ask?.questionSet ?? null);
  const weighing = useWeighing(id);
  const people = usePeopleHere();
  const know = useKnow(ask);
  const chosen = useChosen(ask, people.isAlone ? 'alone' : 'together');

  if (!ask) {
    return (
      <Page title={<Trans>This ask is not here any more.</Trans>}>
        <p>
          <TextLink to="/asks">
            <Trans>See all asks</Trans>
          </TextLink>
        </p>
      </Page>
    );
  }
  const envelope = envelopeOf(weighing);
  const given: Given = {
    ask,
    change,
    answers: envelope === 'mine' && weighing ? weighing.draft : ask,
    changeAnswers: envelope === 'mine' && weighing ? weighing.changeDraft : change,
    weighing,
    envelope,
    parts,
    questions,
    size,
    missing: size === 'hard' ? missingIn(ask, weighing) : [],
    people,
    chosen,
    know,
  };
  const keeps = chosen.isNew && parts.current === 'answer';
  return (
    <Page
      wide
      above={
        <span className="ask-progress">
          <Trans>
            {parts.number} of {parts.count}
          </Trans>
        </span>
      }
      title={<AskTitle ask={ask} />}
      readers={
        <>
          <WhoCanReadThis table="asks" record={id} />
          <Unverified ask={id} />
        </>
      }
    >
      <div className="ask-parts screen-only">
        <AskPart {...given} />
        {size === 'hard' && (
          <div className="ask-questions">
            <ContributionPart {...given} />
            <LongViewPart {...given} />
            <EngagementPart {...given} />
          </div>
        )}
        <div className="ask-decide">
          <AnswerPart {...given} />
          <ReplyPart {...given} />
        </div>
        {hasAfter && <AfterPart {...given} />}
        <div className="ask-steps row">
          {parts.next && (
            <Button
              kind="filled"
              onPress={() => {
                if (keeps) chosen.keep();
                if (parts.next) parts.open(parts.next);
              }}
            >
              {keeps ? <Trans>This is our answer</Trans> : <Trans>Next</Trans>}
            </Button>
          )}
          {parts.before && (
            <Button kind="quiet" onPress={() => parts.before && parts.open(parts.before)}>
              <Trans>Back</Trans>
            </Button>
          )}
        </div>
        <KeepThis isEnd={parts.current === 'reply' || parts.current === 'after'} />
      </div>
      <PrintedAsk ask={ask} questions={questions} />
    </Page>
  );
}

/** How the three questions are shown: together, as my envelope, closed, or opened. */
function envelopeOf(weighing: Weighing | null): Given['envelope'] {
  if (weighing === null) return 'none';
  const { isOpened, amAsked, mineIsIn } = weighing.turn;
  if (isOpened) return 'opened';
  return amAsked && !mineIsIn ? 'mine' : 'closed';
}

function missingIn(ask: Ask, weighing: Weighing | null) {
  return weighing?.opened ? unansweredIn(weighing.opened) : unansweredQuestions(ask);
}
