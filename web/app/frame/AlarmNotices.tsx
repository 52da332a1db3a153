/**
 * What a person must hear of and decide: two histories, a device whose keys are used twice, a wrong key,
 * a server that lost something. Until it is settled, who is here does not change.
 */
import type { TogetherAlarm } from '@alongside/vault/kept';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PersonName } from '../../ui/PersonName.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { useTogether } from '../../ui/together.ts';
import { useAsking } from '../../ui/useAsking.ts';

type KeyAlarm = Extract<TogetherAlarm, { type: 'WrongKey' }>;

function isEverybodysKey(alarm: TogetherAlarm): boolean {
  return alarm.type === 'WrongKey' && (alarm.circle ?? null) === null;
}

export function AlarmNotices() {
  const here = useTogether();
  return here?.now.alarms.map((alarm) => (
    <Notice
      key={`${alarm.type} ${'position' in alarm ? alarm.position : ''}`}
      kind={alarm.type === 'ServerLostData' && alarm.healed ? 'kept' : 'grave'}
      announced
      actions={
        alarm.type !== 'Fork' && (
          <>
            {isEverybodysKey(alarm) && (
              <LinkButton to="/settings/backup">
                <Trans>Make a backup now</Trans>
              </LinkButton>
            )}
            <Button kind="quiet" onPress={() => void here.together.settleAlarm(alarm)}>
              <Trans>I have seen this; go on</Trans>
            </Button>
          </>
        )
      }
    >
      {alarm.type === 'WrongKey' ? (
        <WrongKey alarm={alarm} />
      ) : (
        <p>
          <AlarmSentence alarm={alarm} />
        </p>
      )}
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

function AlarmSentence({ alarm }: { readonly alarm: Exclude<TogetherAlarm, KeyAlarm> }) {
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

/** Who made it, and what to do: whoever has no key cannot say it in here, so people tell each other. */
function WrongKey({ alarm }: { readonly alarm: KeyAlarm }) {
  const now = useTogether()?.now;
  if (!now) return null;
  const made = now.people.find(({ devices }) =>
    devices.some(({ number }) => number === alarm.device),
  );
  const who = made?.id ?? '';
  if (isEverybodysKey(alarm)) {
    return (
      <>
        <p>
          <Trans>
            The keys were changed by <PersonName of={who} />, and the one that came to this device
            opens nothing: by a fault, or on purpose. What is here stays. Nothing newer is read
            here, and what you write waits.
          </Trans>
        </p>
        <p>
          <Trans>
            Call the others or see them, and say whose change it was. A steward who can still write
            lets you in again: on your page under “People here”, as if you had lost every device. If
            nobody can write any more, begin a new workspace from a backup.
          </Trans>
        </p>
      </>
    );
  }
  const isCore = now.circles.some(({ id, kind }) => id === alarm.circle && kind === 'core-team');
  return (
    <p>
      {isCore ? (
        <Trans>
          A new key for the core team was made by <PersonName of={who} />, and the one that came to
          this device opens nothing: by a fault, or on purpose. What is here stays. Ask another
          steward in the core team to make its key anew, under “Who is in the core team”.
        </Trans>
      ) : (
        <Trans>
          A new key for a few of us, you among them, was made by <PersonName of={who} />, and the
          one that came to this device opens nothing: by a fault, or on purpose. What is here stays.
          Ask the others to choose again who can read it: that makes a new key.
        </Trans>
      )}
    </p>
  );
}
