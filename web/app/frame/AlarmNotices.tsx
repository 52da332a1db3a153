/**
 * What a person must hear of and decide: two histories, a device whose keys are used twice, a wrong key,
 * a server that lost something. Until it is settled, who is here does not change.
 */
import type { TogetherAlarm } from '@alongside/vault/kept';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { useTogether } from '../../ui/together.ts';
import { useAsking } from '../../ui/useAsking.ts';

export function AlarmNotices() {
  const here = useTogether();
  return here?.now.alarms.map((alarm) => (
    <Notice
      key={alarm.type}
      kind={alarm.type === 'ServerLostData' && alarm.healed ? 'kept' : 'grave'}
      announced
      actions={
        alarm.type !== 'Fork' && (
          <Button kind="quiet" onPress={() => void here.together.settleAlarm(alarm)}>
            <Trans>I have seen this; go on</Trans>
          </Button>
        )
      }
    >
      <p>
        <AlarmSentence alarm={alarm} />
      </p>
      {alarm.type === 'Fork' && <TwoHistories alarm={alarm} />}
    </Notice>
  ));
}

/** One of the two goes on: a steward says which, on a device that has it; the others take it. */
function TwoHistories({ alarm }: { readonly alarm: TogetherAlarm }) {
  const here = useTogether();
  const asking = useAsking();
  if (!here) return null;
  const { together, now } = here;
  return (
    <>
      <p>
        <Trans>
          Nothing here is lost. Compare with each other, by another way than this server, what each
          of you sees. Then one steward chooses, on a device that shows what should go on; everyone
          else takes that. What they wrote in the other history is written again by itself.
        </Trans>
      </p>
      <div className="row">
        {now.role === 'steward' && (
          <Button
            kind="grave"
            isDisabled={asking.working}
            onPress={() => void asking.run(() => together.chooseHistory())}
          >
            <Trans>What this device shows goes on</Trans>
          </Button>
        )}
        <Button
          isDisabled={asking.working}
          onPress={() => void asking.run(() => together.adoptHistory())}
        >
          <Trans>Take what a steward chose</Trans>
        </Button>
        <Button kind="quiet" onPress={() => void together.settleAlarm(alarm)}>
          <Trans>We see the same; go on</Trans>
        </Button>
      </div>
      <p className="quiet">
        <Trans>Taking it locks this device; your six words open it again.</Trans>
      </p>
      <Refused refusal={asking.refusal} />
    </>
  );
}

function AlarmSentence({ alarm }: { readonly alarm: TogetherAlarm }) {
  switch (alarm.type) {
    case 'Fork':
      return (
        <Trans>
          Someone here has seen another history than this device: the server showed different things
          to different people, or lost something and went on.
        </Trans>
      );
    case 'Clone':
      return (
        <Trans>
          Two devices write with the same keys: one was copied, or opened from an older copy. Ask
          whose it is; if nobody knows, end that device under “People here”.
        </Trans>
      );
    case 'WrongKey':
      return (
        <Trans>
          This device was given a key that opens nothing. What is here stays. Ask a steward to let
          this device in again.
        </Trans>
      );
    case 'ServerLostData':
      return alarm.healed ? (
        <Trans>The server had lost part of what it had. It was given back; nothing is lost.</Trans>
      ) : (
        <Trans>
          The server lost part of what it had. What is here stays here, and is given back when that
          is possible.
        </Trans>
      );
  }
}
