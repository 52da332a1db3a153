/** One ask that waits: who, what, by when; answer it, or put it off. */
import { type Ask, askChanges, neededBy, putOffUntil } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { today, todayWhere, useSayDay } from '../../ui/days.ts';
import { LinkButton } from '../../ui/Link.tsx';
import { OwnWords, ownWords } from '../../ui/OwnWords.tsx';
import { useUndo } from '../../ui/Undo.tsx';
import { Unverified } from '../../ui/Unverified.tsx';
import { useWorkspace } from '../../ui/workspace.tsx';

export function WaitingAsk({
  ask,
  isFirst,
  isLate,
}: {
  readonly ask: Ask;
  readonly isFirst: boolean;
  /** We said by when they would hear, and that day is over. */
  readonly isLate: boolean;
}) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const sayDay = useSayDay();
  const until = putOffUntil(ask, today());
  const part = ask.size === 'simple' || ask.size === 'agreed' ? 'answer' : 'contribution';
  const set = (day: string | null) =>
    workspace.commit(askChanges(ask.id, { putOffUntil: day }), workspace.coreTeam);
  const putOff = () => {
    const before = ask.putOffUntil;
    set(until);
    const back = sayDay(until ?? today());
    offerUndo(t`It comes back on ${back}.`, () => set(before));
  };
  return (
    <>
      <h2 className="waiting-name">
        <OwnWords>{ask.from}</OwnWords>
      </h2>
      <p {...ownWords(ask.what)}>{ask.what}</p>
      <Unverified ask={ask.id} />
      <NeededBy ask={ask} isLate={isLate} />
      <div className="row">
        <LinkButton to={`/asks/${ask.id}?part=${part}`} kind={isFirst ? 'filled' : 'plain'}>
          <Trans>Answer</Trans>
        </LinkButton>
        {until !== null && (
          <Button kind="quiet" onPress={putOff}>
            <Trans>Put off</Trans>
          </Button>
        )}
      </div>
    </>
  );
}

function NeededBy({ ask, isLate }: { readonly ask: Ask; readonly isLate: boolean }) {
  const sayDay = useSayDay();
  const needed = neededBy(ask);
  if (needed === null) return null;
  const day = sayDay(needed);
  const now = todayWhere(ask);
  if (isLate) {
    return (
      <p className="late">
        <Trans>We said they would hear from us by {day}.</Trans>
      </p>
    );
  }
  if (needed < now) {
    return (
      <p className="late">
        <Trans>They hoped to hear from us by {day}.</Trans>
      </p>
    );
  }
  if (needed === now) {
    return (
      <p className="late">
        <Trans>by today</Trans>
      </p>
    );
  }
  return (
    <p className="quiet">
      {ask.holdingUntil ? <Trans>We said: by {day}</Trans> : <Trans>by {day}</Trans>}
    </p>
  );
}
