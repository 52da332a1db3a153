/** The same ask as it came other times, each with the way to take it apart again; and where this one went. */
import { type Ask, joinAsk, joinedUp } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { TextLink } from '../../../ui/Link.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { OwnWords, ownWords } from '../../../ui/OwnWords.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { Unverified } from '../../../ui/Unverified.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { useAsks } from '../useAsk.ts';
import { commitWithUndo } from '../write-decisions.ts';

export function JoinedHere({ ask }: { readonly ask: Ask }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const asks = useAsks();
  if (!asks.some(({ joinedTo }) => joinedTo !== null)) return null;
  const groups = joinedUp(asks);
  const also = groups.find((group) => group.ask.id === ask.id)?.also ?? [];
  const root = groups.find((group) => group.also.some(({ id }) => id === ask.id))?.ask;
  const apart = (id: string) =>
    offerUndo(t`They stand apart again.`, commitWithUndo(workspace, joinAsk(id, null)));
  return (
    <>
      {root && (
        <Notice
          actions={
            <Button kind="quiet" onPress={() => apart(ask.id)}>
              <Trans>Take them apart</Trans>
            </Button>
          }
        >
          <p>
            <TextLink to={`/asks/${root.id}`}>
              <Trans>This came twice. It is answered with the other one.</Trans>
            </TextLink>
          </p>
        </Notice>
      )}
      {also.length > 0 && (
        <>
          <h3>
            <Trans>It also came as</Trans>
          </h3>
          {also.map((other) => (
            <div key={other.id}>
              <p>
                <TextLink to={`/asks/${other.id}`}>
                  <OwnWords>{other.from}</OwnWords>
                </TextLink>
              </p>
              <p {...ownWords(other.what)}>{other.what}</p>
              <Unverified ask={other.id} />
              <Button kind="quiet" onPress={() => apart(other.id)}>
                <Trans>Take them apart</Trans>
              </Button>
            </div>
          ))}
        </>
      )}
    </>
  );
}
