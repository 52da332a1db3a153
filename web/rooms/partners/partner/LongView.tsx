/** The long view: how we mean to stay with them. One living text, and the day it was last called true. */
import type { Partner } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { today, useSayDay } from '../../../ui/days.ts';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useKeptWords } from '../../../ui/useKeptWords.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { writePartner } from '../usePartner.ts';

export function LongView({ partner }: { readonly partner: Partner }) {
  const workspace = useWorkspace();
  const sayDay = useSayDay();
  const words = useKeptWords(partner.longView, (longView) =>
    writePartner(workspace, partner.id, { longView, longViewOn: today() }),
  );
  const on = partner.longViewOn && sayDay(partner.longViewOn);
  return (
    <>
      <h2>
        <Trans>The long view</Trans>
      </h2>
      <TextArea
        label={<Trans>How we mean to stay with them</Trans>}
        hint={
          <Trans>
            One text that changes as we learn. Weighing an ask of theirs asks: still true?
          </Trans>
        }
        rows={3}
        {...words}
      />
      {partner.longView !== '' && (
        <p className="row">
          {on && (
            <span className="quiet">
              <Trans>Still true on {on}.</Trans>
            </span>
          )}
          {partner.longViewOn !== today() && (
            <Button
              kind="quiet"
              onPress={() => writePartner(workspace, partner.id, { longViewOn: today() })}
            >
              <Trans>It is still true</Trans>
            </Button>
          )}
        </p>
      )}
    </>
  );
}
