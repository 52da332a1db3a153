/** What they ask. Its first line is who is most affected and what they have asked for. */

import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useArrival } from '../../../ui/arrivals.ts';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { useSayDay } from '../../../ui/days.ts';
import { ownWords } from '../../../ui/OwnWords.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { kindWords } from '../ask-words.ts';
import { LooksAfter } from '../promises/LooksAfter.tsx';
import { useDeleteAsk } from '../useDeleteAsk.ts';
import { CameByPage } from './CameByPage.tsx';
import { EditAsk } from './EditAsk.tsx';
import { Fact } from './Fact.tsx';
import type { Given } from './given.ts';
import { JoinedHere } from './JoinedHere.tsx';
import { KindFacts } from './KindFacts.tsx';
import { Part } from './Part.tsx';

export function AskPart(given: Given) {
  const { ask, parts, people } = given;
  const { _ } = useLingui();
  const sayDay = useSayDay();
  const { deleteAsk, asking } = useDeleteAsk();
  const arrival = useArrival(ask.id);
  // That it came is still known, so that it does not come in again; the way to reach them goes with it.
  const withIt = arrival ? [{ table: 'arrivals', record: ask.id, field: 'reach', value: '' }] : [];
  const [editing, setEditing] = useState(false);
  return (
    <Part name="ask" title={<Trans>What they ask</Trans>} parts={parts}>
      {editing ? (
        <EditAsk {...given} onDone={() => setEditing(false)} />
      ) : (
        <>
          <CameByPage ask={ask.id} />
          <dl className="ask-facts">
            <Fact name={<Trans>Most affected</Trans>} words={ask.mostAffected} />
            <Fact name={<Trans>What they have asked for</Trans>} words={ask.theyAskedFor} />
            <Fact name={<Trans>They ask us for</Trans>} words={ask.what} />
            {ask.kind && <Fact name={<Trans>Kind</Trans>} words={_(kindWords[ask.kind])} />}
            {ask.on && <Fact name={<Trans>For the day</Trans>} words={sayDay(ask.on)} />}
            <Fact name={<Trans>Answer by</Trans>} words={ask.by ? sayDay(ask.by) : ''} />
            <KindFacts ask={ask} />
          </dl>
          <div className="row">
            <Button kind="quiet" onPress={() => setEditing(true)}>
              <Trans>Change</Trans>
            </Button>
            <Button
              kind="quiet"
              isDisabled={asking.working}
              onPress={() => deleteAsk(ask.id, withIt)}
            >
              <Trans>Delete</Trans>
            </Button>
          </div>
          <Refused refusal={asking.refusal} />
          <JoinedHere ask={ask} />
          {!people.isAlone && (
            <Disclosure summary={<Trans>Who looks after this</Trans>}>
              <LooksAfter of={ask.id} handOn={<Trans>Hand on</Trans>} />
            </Disclosure>
          )}
          {ask.text !== '' && (
            <Disclosure summary={<Trans>The message, as it came</Trans>}>
              <p className="ask-message" {...ownWords(ask.text)}>
                {ask.text}
              </p>
            </Disclosure>
          )}
        </>
      )}
    </Part>
  );
}
