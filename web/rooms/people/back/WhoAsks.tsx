/** A device that asks to be somebody's: four words to compare, and a yes. */
import type { Returning, WayBack } from '@alongside/vault/kept';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { FourWordsShown } from '../../../ui/FourWordsShown.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useTogether } from '../../../ui/together.ts';
import { useAsking } from '../../../ui/useAsking.ts';

export function WhoAsks({
  way,
  found,
  isTrustee,
}: {
  readonly way: WayBack;
  readonly found: readonly Returning[];
  readonly isTrustee: boolean;
}) {
  const together = useTogether()?.together;
  const asking = useAsking();
  if (!together || found.length === 0) return null;
  const agree = (id: string) =>
    asking.run(() => together.agreeBack(way, id, { alone: !isTrustee }));
  return (
    <section className="stack" aria-live="polite">
      <h2>
        <Trans>A device asks</Trans>
      </h2>
      <Rows label={t`A device asks`}>
        {found.map(({ id, words, agreed }) => (
          <Row key={id}>
            <div className="stack">
              <p>
                <Trans>Let them read you the four words on their screen. They must be these:</Trans>
              </p>
              <FourWordsShown words={words} />
              {agreed ? (
                <p role="status">
                  <Trans>
                    You said yes. They are in again when another of those they chose has said so
                    too. Leave this page open.
                  </Trans>
                </p>
              ) : (
                <Button kind="filled" isDisabled={asking.working} onPress={() => void agree(id)}>
                  <Trans>It is them, and the words are the same</Trans>
                </Button>
              )}
            </div>
          </Row>
        ))}
      </Rows>
      <Refused refusal={asking.refusal} />
    </section>
  );
}
