/**
 * Our answer. A hard ask has it once the three questions have theirs; a simple one once somebody proposed it
 * and another agreed; one agreed beforehand by its rule. What stands in the way is said in words. Two answers
 * given at the same time are both shown, and people say which it is.
 */
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { useProposals } from '../../../ui/proposals.ts';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { CallsOfAsk } from '../calls/CallsOfAsk.tsx';
import { Answered } from './answer/Answered.tsx';
import { AnswerNow } from './answer/AnswerNow.tsx';
import { Holding } from './answer/Holding.tsx';
import { HowWeDecide, WayChoice } from './answer/HowWeDecide.tsx';
import { MoreToAnswer } from './answer/MoreToAnswer.tsx';
import { ProposalCard } from './answer/ProposalCard.tsx';
import { Propose } from './answer/Propose.tsx';
import { RulePart } from './answer/RulePart.tsx';
import { usualWay, type Way } from './answer/usual-way.ts';
import { WhichIsIt } from './answer/WhichIsIt.tsx';
import type { Given } from './given.ts';
import { Part } from './Part.tsx';

export function AnswerPart(given: Given) {
  const { ask, missing, parts, size, people } = given;
  const proposals = useProposals().filter(({ proposal }) => proposal.ask === ask.id);
  const usual = usualWay(size, proposals);
  const [chosen, setChosen] = useState<Way>();
  const way = people.isAlone ? 'together' : (chosen ?? usual);
  const hadOthers = ask.decidedHow !== null && !['together', 'alone'].includes(ask.decidedHow);
  const isSettled = ask.answer !== null && hadOthers;
  return (
    <Part name="answer" title={<Trans>What do we answer?</Trans>} parts={parts}>
      <WhichIsIt ask={ask} />
      {missing.length > 0 && ask.answer === null ? (
        <StillOpen {...given} />
      ) : size === 'agreed' && ask.answer === null ? (
        <RulePart {...given} />
      ) : isSettled ? (
        <Answered {...given} />
      ) : (
        <>
          {ask.answer === null &&
            proposals.map((proposed) => (
              <ProposalCard key={proposed.proposal.id} proposed={proposed} {...given} />
            ))}
          {way === 'together' ? (
            <AnswerNow {...given} />
          ) : (
            <Propose key={way} way={way} hasOther={proposals.length > 0} {...given} />
          )}
          {!people.isAlone && ask.answer === null && <WayChoice way={way} onChoose={setChosen} />}
        </>
      )}
      <MoreToAnswer {...given} />
      <CallsOfAsk ask={ask} />
      {ask.answer === null && (
        <>
          <Holding {...given} />
          <HowWeDecide {...given} />
        </>
      )}
    </Part>
  );
}

function StillOpen({ missing, parts, questions }: Given) {
  return (
    <div className="still-open stack">
      <p>
        <Trans>Before we answer, we talk about:</Trans>
      </p>
      <Rows>
        {missing.map((question) => (
          <Row key={question}>
            <Button kind="quiet" onPress={() => parts.open(question)}>
              <OwnWords>{questions.words[question]}</OwnWords>
            </Button>
          </Row>
        ))}
      </Rows>
    </div>
  );
}
