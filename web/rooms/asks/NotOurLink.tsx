/**
 * An open link that somebody made who is not in the core team: planted, or by a person who has gone and keeps
 * what opens it. It is not handed out, only ended.
 */
import type { TogetherRefusal } from '@alongside/vault/kept';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { useSayDay } from '../../ui/days.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { useUndo } from '../../ui/Undo.tsx';
import { useAsking } from '../../ui/useAsking.ts';

export function NotOurLink({
  until,
  end,
}: {
  readonly until: string | null;
  readonly end: () => Promise<TogetherRefusal | undefined>;
}) {
  const say = useUndo();
  const sayDay = useSayDay();
  const asking = useAsking();
  const last = until && sayDay(until);
  const press = () => void asking.run(end).then((done) => done && say(t`That link is over.`));
  return (
    <Notice
      kind="care"
      actions={
        <Button isDisabled={asking.working} onPress={press}>
          <Trans>End that link</Trans>
        </Button>
      }
    >
      <p>
        {last ? (
          <Trans>
            A link that can be answered until {last} was made by somebody who is not in the core
            team, or not any more. It is not handed out here.
          </Trans>
        ) : (
          <Trans>
            A link was made by somebody who is not in the core team, or not any more. It is not
            handed out here.
          </Trans>
        )}
      </p>
      <Refused refusal={asking.refusal} />
    </Notice>
  );
}
