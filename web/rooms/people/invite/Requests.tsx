/**
 * Who asks to be let in: the name they gave and four words. Side by side, "next to me" is enough;
 * apart, the words are compared by voice. One or all at once.
 */
import type { JoinRequest } from '@alongside/vault/kept';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { FourWordsShown, useFourWordsSoon } from '../../../ui/FourWordsShown.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useLooking, useTogether } from '../../../ui/together.ts';
import { useAsking } from '../../../ui/useAsking.ts';

export function Requests() {
  const here = useTogether();
  const asking = useAsking();
  useLooking();
  useFourWordsSoon();
  const [core, setCore] = useState<ReadonlySet<string>>(new Set());
  if (!here) return null;
  // What happened to the last of them is said though nobody asks any more.
  if (here.now.requests.length === 0) return <Refused refusal={asking.refusal} />;
  const { together, now } = here;
  const letIn = (requests: readonly JoinRequest[]) =>
    asking.run(() => {
      const ids = requests.map(({ id }) => id);
      return together.approve(
        ids,
        ids.filter((id) => core.has(id)),
      );
    });
  const mayAddToCore = now.circles.some(({ kind, readable }) => kind === 'core-team' && readable);
  return (
    <section className="stack" aria-live="polite">
      <h2>
        <Trans>Waiting to be let in</Trans>
      </h2>
      <Rows label={t`Waiting to be let in`}>
        {now.requests.map((request) => (
          <Row key={request.id}>
            <div className="stack">
              <p>
                <strong>
                  <bdi>{request.name}</bdi>
                </strong>
              </p>
              <p>
                <Trans>
                  Next to you? Then you know it is them. Apart, let them read you their four words;
                  they must be these:
                </Trans>
              </p>
              <FourWordsShown words={request.words} />
              {mayAddToCore && request.role !== 'guest' && (
                <Checkbox
                  isSelected={core.has(request.id)}
                  onChange={(chosen) => setCore(changed(core, request.id, chosen))}
                >
                  <Trans>Into the core team too</Trans>
                </Checkbox>
              )}
              <div className="row">
                <Button isDisabled={asking.working} onPress={() => void letIn([request])}>
                  <Trans>It is them. Let them in</Trans>
                </Button>
                <Button
                  kind="quiet"
                  isDisabled={asking.working}
                  onPress={() => void asking.run(() => together.decline(request.id))}
                >
                  <Trans>It is not them</Trans>
                </Button>
              </div>
            </div>
          </Row>
        ))}
      </Rows>
      {now.requests.length > 1 && (
        <Button isDisabled={asking.working} onPress={() => void letIn(now.requests)}>
          <Trans>I know all of them. Let all in</Trans>
        </Button>
      )}
      <Refused refusal={asking.refusal} />
    </section>
  );
}

function changed(set: ReadonlySet<string>, id: string, chosen: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (chosen) next.add(id);
  else next.delete(id);
  return next;
}
