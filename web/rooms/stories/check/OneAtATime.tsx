/** The check on a phone: one piece at a time, *Yes* at the thumb. */
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { CheckParts } from './Check.tsx';
import { CheckTitle, KeepButton, LeftOut, NoStory } from './CheckWords.tsx';
import { cardsOf } from './cards.ts';
import { accept, acceptAll, look } from './check.ts';
import { FoundLine } from './FoundLine.tsx';
import { OneCard } from './OneCard.tsx';
import { SomethingElse } from './SomethingElse.tsx';

export function OneAtATime({ check, setCheck, onAssign, onKeep, onAnother }: CheckParts) {
  const { reading } = check;
  const cards = cardsOf(check.pieces);
  const card = cards.find((one) => one.pieces.some((piece) => piece.id === check.at));
  const index = card ? cards.indexOf(card) : cards.length;
  const lead = card?.lead;
  const back = cards[index - 1]?.pieces[0];
  const yes = () => {
    if (!card) return;
    const ids = card.pieces.map((piece) => piece.id);
    setCheck(accept(check, ids));
  };
  return (
    <Page
      title={<CheckTitle reading={reading} />}
      action={
        card && reading.isStory ? (
          <>
            <Button kind="filled" onPress={yes}>
              {lead ? <Trans>Yes</Trans> : <Trans>Leave them</Trans>}
            </Button>
            {lead && <SomethingElse now={lead.kind} onChoose={(kind) => onAssign(lead.id, kind)} />}
          </>
        ) : (
          <KeepButton reading={reading} onPress={onKeep} />
        )
      }
    >
      <FoundLine pieces={check.pieces} />
      <NoStory reading={reading} />
      <LeftOut reading={reading} />
      {card ? (
        <OneCard card={card} reading={reading} onAssign={onAssign} />
      ) : (
        <p>
          <Trans>Everything has been looked at. What is left over stays with the story.</Trans>
        </p>
      )}
      <div className="row">
        {back && (
          <Button kind="quiet" onPress={() => setCheck(look(check, back.id))}>
            <Trans>Back</Trans>
          </Button>
        )}
        {card && check.seen.size > 0 && reading.isStory && (
          <Button onPress={() => setCheck(acceptAll(check))}>
            <Trans>All of it is right</Trans>
          </Button>
        )}
        {index === 0 && (
          <Button kind="quiet" onPress={onAnother}>
            <Trans>Another document</Trans>
          </Button>
        )}
      </div>
    </Page>
  );
}
