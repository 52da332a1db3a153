/** What would have to move: each named, never its carrier. Whoever carries it is asked. */
import type { Move } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { sayHalfDays } from '../../../ui/half-days.ts';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useShortDay } from './useShortDay.ts';

export function Moves({ moves }: { readonly moves: readonly Move[] }) {
  if (moves.length === 0) return null;
  const enough = moves.filter((move) => move.type === 'line' && move.isEnough);
  const others = moves.filter((move) => !enough.includes(move));
  return (
    <section className="stack">
      <h2>
        <Trans>What would have to move?</Trans>
      </h2>
      {enough.length > 0 && (
        <>
          <p>
            <Trans>To make room, one of these would move:</Trans>
          </p>
          <MoveRows moves={enough} />
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
          <MoveRows moves={others} />
        </>
      )}
      <p className="quiet">
        <Trans>Ask whoever carries it. Nothing moves without their own yes.</Trans>
      </p>
    </section>
  );
}

function MoveRows({ moves }: { readonly moves: readonly Move[] }) {
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
