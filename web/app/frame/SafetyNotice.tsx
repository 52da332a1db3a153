/**
 * What stands above every page when it must: that new writing cannot be kept, that this device was
 * removed, that its clock is far off, that somebody has a new device, that some of what is stored is damaged, that a new version waits. What happened, what is kept, what to do.
 */
import { Trans } from '@lingui/react/macro';
import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useTogether } from '../../ui/together.ts';
import { useSafety } from '../../ui/workspace.tsx';
import { updates } from '../offline/updates.ts';
import { damageSentence, readOnlySentence } from '../refusal-sentences.tsx';
import { useSession } from '../session/context.tsx';
import { newDevicesOf } from './new-devices.ts';

const AlarmNotices = lazy(async () => ({
  default: (await import('./AlarmNotices.tsx')).AlarmNotices,
}));

const ClockNotice = lazy(async () => ({
  default: (await import('./ClockNotice.tsx')).ClockNotice,
}));

const NewDevices = lazy(async () => ({
  default: (await import('./NewDevices.tsx')).NewDevices,
}));

function Devices() {
  const people = useTogether()?.now.people ?? [];
  if (!people.some((person) => newDevicesOf(person).length > 0)) return null;
  return (
    <Suspense fallback={null}>
      <NewDevices />
    </Suspense>
  );
}

function Clock() {
  const server = useTogether()?.now.server;
  if (server?.type !== 'Reached' || server.itsClock === undefined) return null;
  return (
    <Suspense fallback={null}>
      <ClockNotice own={server.at} server={server.itsClock} />
    </Suspense>
  );
}

/** Its sentences are loaded when there is something to say. */
function Alarms() {
  const alarms = useTogether()?.now.alarms ?? [];
  if (alarms.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <AlarmNotices />
    </Suspense>
  );
}

export function SafetyNotice() {
  return (
    <div className="safety-notice screen-only">
      <CannotWrite />
      <Removed />
      <Alarms />
      <Clock />
      <Devices />
      <Damaged />
      <NewVersion />
    </div>
  );
}

function CannotWrite() {
  const safety = useSafety();
  if (safety.type !== 'ReadOnly') return null;
  return (
    <Notice kind="grave" announced actions={<BackupNow />}>
      <p>{readOnlySentence(safety.because)}</p>
    </Notice>
  );
}

function Removed() {
  if (!useTogether()?.now.removed) return null;
  return (
    <Notice
      kind="grave"
      announced
      actions={
        <LinkButton to="/settings/export">
          <Trans>Take everything with you</Trans>
        </LinkButton>
      }
    >
      <p>
        <Trans>
          This device was removed from the workspace. It reads nothing that was written since, and
          nothing you write here is sent. What was here before is still here.
        </Trans>
      </p>
    </Notice>
  );
}

function Damaged() {
  const session = useSession();
  const [read, setRead] = useState(false);
  if (session.type !== 'Open' || session.workspace.damaged.length === 0 || read) return null;
  return (
    <Notice
      kind="care"
      announced
      actions={
        <>
          <BackupNow />
          <Button kind="quiet" onPress={() => setRead(true)}>
            <Trans>Close</Trans>
          </Button>
        </>
      }
    >
      <p>{damageSentence(session.workspace.damaged)}</p>
    </Notice>
  );
}

function BackupNow() {
  return (
    <LinkButton to="/settings/backup">
      <Trans>Make a backup now</Trans>
    </LinkButton>
  );
}

function NewVersion() {
  const isWaiting = useSyncExternalStore(updates.subscribe, updates.isWaiting);
  if (!isWaiting) return null;
  return (
    <Notice
      actions={
        <Button onPress={updates.updateNow}>
          <Trans>Update now</Trans>
        </Button>
      }
    >
      <p>
        <Trans>
          A new version of Alongside is on this device. It waits until you choose it; then the page
          opens again and asks for your six words.
        </Trans>
      </p>
    </Notice>
  );
}
