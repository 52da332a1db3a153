/**
 * Under each thing that would have to move: whether its carrier was asked, and what they said. Who carries a
 * promise says it for themselves; a line of work has no one carrier, and anyone who works on it says it.
 */
import { type Ask, answerMove, askToMove, type Move, moveSaid } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { TextLink } from '../../../ui/Link.tsx';
import { useAskedMoves, useCarrierOf } from '../../../ui/moves.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';

interface Given {
  readonly move: Move;
  readonly ask: Ask;
}

export function AskedToMove({ move, ask }: Given) {
  const workspace = useWorkspace();
  const moves = useAskedMoves();
  const carrierOf = useCarrierOf();
  const carried = { id: move.id, carriedBy: carrierOf(move.id) };
  const said = moveSaid(moves, ask.id, carried);
  const isMine = carried.carriedBy === null || carried.carriedBy === workspace.me;
  const answer = (says: 'can-move' | 'has-to-stay') =>
    workspace.commit(answerMove(moves, ask.id, carried, says, workspace.newId), workspace.coreTeam);
  return (
    <>
      {said === 'asked' && !isMine && (
        <p className="quiet">
          <Trans>Whoever carries it is asked, and has not said yet.</Trans>
        </p>
      )}
      {said === 'can-move' && (
        <p>
          <Trans>Whoever carries it says that it can move.</Trans>{' '}
          <TextLink to={move.type === 'promise' ? `/asks/promises/${move.id}` : '/giving/work'}>
            <Trans>Change it there</Trans>
          </TextLink>
        </p>
      )}
      {said === 'has-to-stay' && (
        <p>
          <Trans>Whoever carries it says that it has to stay.</Trans>
        </p>
      )}
      <div className="row">
        {said === 'not-asked' && !isMine && (
          <Button
            onPress={() =>
              workspace.commit(
                askToMove(moves, ask.id, carried, workspace.newId),
                workspace.coreTeam,
              )
            }
          >
            <Trans>Ask whether it can move</Trans>
          </Button>
        )}
        {isMine && said !== 'can-move' && (
          <Button kind="quiet" onPress={() => answer('can-move')}>
            <Trans>It can move</Trans>
          </Button>
        )}
        {isMine && said !== 'has-to-stay' && (
          <Button kind="quiet" onPress={() => answer('has-to-stay')}>
            <Trans>It has to stay</Trans>
          </Button>
        )}
      </div>
    </>
  );
}
