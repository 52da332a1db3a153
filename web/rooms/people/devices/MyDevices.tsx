/** My own devices: adding one by showing it a code, and ending one. */
import type { DeviceState } from '@alongside/vault/kept';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextLink } from '../../../ui/Link.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useTogether } from '../../../ui/together.ts';
import { useAsking } from '../../../ui/useAsking.ts';
import { OnlyHere } from '../OnlyHere.tsx';
import { DeviceLine } from './DeviceLine.tsx';
import { PairDevice } from './PairDevice.tsx';

/** A phone ends here; a way back ends where it is made, with the six words. */
function EndOrWhere({
  device,
  onEnd,
}: {
  readonly device: DeviceState;
  readonly onEnd: () => void;
}) {
  if (device.isThis) return null;
  if (device.kind === 'kit')
    return (
      <TextLink to="/settings/recovery">
        <Trans>The recovery kit: make it anew, or end it</Trans>
      </TextLink>
    );
  if (device.kind === 'trustees')
    return (
      <TextLink to="/settings/trustees">
        <Trans>Those I trust: choose others, or end it</Trans>
      </TextLink>
    );
  return (
    <Button kind="quiet" onPress={onEnd}>
      <Trans>End this one</Trans>
    </Button>
  );
}

export default function MyDevices() {
  const here = useTogether();
  const asking = useAsking();
  const [pairing, setPairing] = useState(false);
  const [ending, setEnding] = useState<number>();
  if (!here) return <OnlyHere />;
  if (pairing) return <PairDevice onDone={() => setPairing(false)} />;
  const { together, now } = here;
  const mine =
    now.people.find(({ id }) => id === now.me)?.devices.filter((one) => one.active) ?? [];
  return (
    <Page
      title={<Trans>Where you can read this.</Trans>}
      action={
        <Button kind="filled" onPress={() => setPairing(true)}>
          <Trans>Add a device</Trans>
        </Button>
      }
    >
      <Rows label={t`My devices`}>
        {mine.map((device) => (
          <Row key={device.number}>
            <DeviceLine device={device} />
            <EndOrWhere device={device} onEnd={() => setEnding(device.number)} />
          </Row>
        ))}
      </Rows>
      <Refused refusal={asking.refusal} />
      <p className="quiet">
        <Trans>
          Everyone here sees for a day that you added a device, so that nobody can add one in your
          name unseen.
        </Trans>
      </p>
      <Dialog
        role="alertdialog"
        title={<Trans>End this device?</Trans>}
        isOpen={ending !== undefined}
        onClose={() => setEnding(undefined)}
        actions={
          <Button
            kind="grave"
            isDisabled={asking.working}
            onPress={() => {
              const device = ending ?? -1;
              void asking
                .run(() => together.dropOwnDevice(device))
                .then(() => setEnding(undefined));
            }}
          >
            <Trans>End it</Trans>
          </Button>
        }
      >
        <p>
          <Trans>
            It reads nothing that is written from now on. What it had stays on it until it is
            erased.
          </Trans>
        </p>
      </Dialog>
    </Page>
  );
}
