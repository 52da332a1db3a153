/**
 * What a person must hear of and decide: two histories, a device whose keys are used twice, a wrong key,
 * a server that lost something. Until it is settled, who is here does not change.
 */
import type { TogetherAlarm } from '@alongside/vault/kept';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useTogether } from '../../ui/together.ts';

export function AlarmNotices() {
  const here = useTogether();
  return here?.now.alarms.map((alarm) => (
    <Notice
      key={alarm.type}
      kind={alarm.type === 'ServerLostData' && alarm.healed ? 'kept' : 'grave'}
      announced
      actions={
        <Button kind="quiet" onPress={() => void here.together.settleAlarm(alarm)}>
          <Trans>I have seen this; go on</Trans>
        </Button>
      }
    >
      <p>
        <AlarmSentence alarm={alarm} />
      </p>
    </Notice>
  ));
}

function AlarmSentence({ alarm }: { readonly alarm: TogetherAlarm }) {
  switch (alarm.type) {
    case 'Fork':
      return (
        <Trans>
          Someone here has seen another history than this device: the server showed different things
          to different people, or lost something and went on. Nothing here is lost. Compare with
          each other, by another way than this server, what each of you sees, before anyone is let
          in or ended.
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
