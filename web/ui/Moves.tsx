/**
 * What would have to move: each named, never its carrier. Whoever carries it is asked; what was said of it
 * stands under each where there is an ask.
 */
import type { Move } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { sayHalfDays } from './half-days.ts';
import { OwnWords } from './OwnWords.tsx';
import { Row, Rows } from './Rows.tsx';
import { useShortDay } from './useShortDay.ts';

interface MovesGiven {
  readonly moves: readonly Move[];
  readonly said?: (move: Move) => ReactNode;
  /** Of its heading, beneath what it stands in. */
  readonly level?: 2 | 3;
}

export function Moves({ moves, said, level = 2 }: MovesGiven) {
  const Heading = `h${level}` as const;
  if (moves.length === 0) return null;
  const enough = moves.filter((move) => move.type === 'line' && move.isEnough);
  const others = moves.filter((move) => !enough.includes(move));
  return (
    <section className="stack">
      <Heading>
        <Trans>What would have to move?</Trans>
      </Heading>
      {enough.length > 0 && (
        <>
          <p>
            <Trans>To make room, one of these would move:</Trans>
          </p>
          <MoveRows moves={enough} said={said} />
        </>
      )}
      {others.length > 0 && (
        <>
          <p>
            {enough.length > 0 ? (
              <Trans>Or more than one of these:</Trans>
            ) : (
              <Trans>No single one of these is enough. More than one would move:</Trans>
            )}
          </p>
          <MoveRows moves={others} said={said} />
        </>
      )}
      <p className="quiet">
        <Trans>Ask whoever carries it. Nothing moves without their own yes.</Trans>
      </p>
    </section>
  );
}

function MoveRows({
  moves,
  said,
}: Pick<MovesGiven, 'moves'> & { readonly said: MovesGiven['said'] }) {
  const shortDay = useShortDay();
  return (
    <Rows label={t`What would have to move?`}>
      {moves.map((move) => (
        <Row key={move.id}>
          <OwnWords>{move.name}</OwnWords>
          <p className="quiet">
            {move.type === 'promise' ? (
              <PromiseWords by={shortDay(move.by)} isMaybe={move.sureness === 'maybe'} />
            ) : (
              <LineWords move={move} />
            )}
          </p>
          {said?.(move)}
        </Row>
      ))}
    </Rows>
  );
}

function PromiseWords({ by, isMaybe }: { readonly by: string; readonly isMaybe: boolean }) {
  return isMaybe ? <Trans>A promise for {by}, maybe</Trans> : <Trans>A promise for {by}</Trans>;
}

function LineWords({ move }: { readonly move: Extract<Move, { readonly type: 'line' }> }) {
  const days = sayHalfDays(move.halfDays);
  if (move.kind === 'own') return <Trans>Our own work, {days} a week</Trans>;
  return move.sureness === 'maybe' ? (
    <Trans>With others, maybe, {days} a week</Trans>
  ) : (
    <Trans>With others, {days} a week</Trans>
  );
}
