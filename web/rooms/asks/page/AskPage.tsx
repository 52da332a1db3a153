/**
 * One ask: what they ask and who is most affected, the three questions, our answer, and the reply.
 * On a phone one part at a time; on a desk all of it, the questions side by side.
 */
import { unansweredIn, unansweredQuestions } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { TextLink } from '../../../ui/Link.tsx';
import { Page } from '../../../ui/Page.tsx';
import { WhoCanReadThis } from '../../../ui/WhoCanRead.tsx';
import { useParam } from '../../../ui/where.ts';
import { useWeighing, type Weighing } from '../envelopes/useWeighing.ts';
import { useAsk } from '../useAsk.ts';
import { AnswerPart } from './AnswerPart.tsx';
import { AskPart } from './AskPart.tsx';
import { AskTitle } from './AskTitle.tsx';
import type { Given } from './given.ts';
import { KeepThis } from './KeepThis.tsx';
import { PrintedAsk } from './PrintedAsk.tsx';
import { parts as all, useParts } from './parts.ts';
import { ContributionPart, EngagementPart, LongViewPart } from './QuestionParts.tsx';
import { ReplyPart } from './ReplyPart.tsx';
import { useQuestions } from './useQuestions.ts';
import './AskPage.css';

export default function AskPage() {
  const id = useParam('ask');
  const { ask, change } = useAsk(id);
  const parts = useParts(id);
  const questions = useQuestions(ask?.questionSet ?? null);
  const weighing = useWeighing(id);

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
    missing: weighing?.opened ? unansweredIn(weighing.opened) : unansweredQuestions(ask),
  };
  return (
    <Page
      wide
      above={
        <span className="ask-progress">
          <Trans>
            {parts.number} of {all.length}
          </Trans>
        </span>
      }
      title={<AskTitle ask={ask} />}
      readers={<WhoCanReadThis table="asks" record={id} />}
    >
      <div className="ask-parts screen-only">
        <AskPart {...given} />
        <div className="ask-questions">
          <ContributionPart {...given} />
          <LongViewPart {...given} />
          <EngagementPart {...given} />
        </div>
        <div className="ask-decide">
          <AnswerPart {...given} />
          <ReplyPart {...given} />
        </div>
        <div className="ask-steps row">
          {parts.next && (
            <Button kind="filled" onPress={() => parts.next && parts.open(parts.next)}>
              <Trans>Next</Trans>
            </Button>
          )}
          {parts.before && (
            <Button kind="quiet" onPress={() => parts.before && parts.open(parts.before)}>
              <Trans>Back</Trans>
            </Button>
          )}
        </div>
        <KeepThis isEnd={parts.next === undefined} />
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
