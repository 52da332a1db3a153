/** One device in a line: what it is, since when, whether it is this one. */

import type { DeviceState } from '@alongside/vault/kept';
import { Trans } from '@lingui/react/macro';
import { dayAt, useSayDay } from '../../../ui/days.ts';

export function DeviceLine({ device }: { readonly device: DeviceState }) {
  const sayDay = useSayDay();
  return (
    <p>
      <Kind device={device} />
      {device.since !== null && (
        <>
          {' · '}
          <Trans>since {sayDay(dayAt(device.since))}</Trans>
        </>
      )}
      {device.isNew && (
        <>
          {' · '}
          <strong>
            <Trans>new</Trans>
          </strong>
        </>
      )}
    </p>
  );
}

function Kind({ device }: { readonly device: DeviceState }) {
  if (device.kind === 'kit' && device.isThis)
    return <Trans>This device, by the recovery kit</Trans>;
  if (device.kind === 'kit') return <Trans>A recovery kit on paper</Trans>;
  if (device.kind === 'trustees') return <Trans>What two trusted people hold together</Trans>;
  if (device.isThis) return <Trans>This device</Trans>;
  const { number } = device;
  return <Trans>Device {number + 1}</Trans>;
}
