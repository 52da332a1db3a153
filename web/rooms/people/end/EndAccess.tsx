/**
 * A phone was lost, or someone should no longer read this: people and devices ticked on one page, one
 * removal, new keys. There is no field for a reason. Afterwards: whom to warn, and what they carried.
 */
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useTogether } from '../../../ui/together.ts';
import { useAsking } from '../../../ui/useAsking.ts';
import { useSearchParam } from '../../../ui/where.ts';
import { DeviceLine } from '../devices/DeviceLine.tsx';
import { Name } from '../Name.tsx';
import { OnlyHere } from '../OnlyHere.tsx';
import { Ended } from './Ended.tsx';

export default function EndAccess() {
  const here = useTogether();
  const asking = useAsking();
  const who = useSearchParam('who');
  const [members, setMembers] = useState<ReadonlySet<string>>(new Set(who ? [who] : []));
  const [devices, setDevices] = useState<ReadonlySet<number>>(new Set());
  const [ended, setEnded] = useState<readonly string[]>();
  if (!here) return <OnlyHere />;
  const { together, now } = here;
  if (ended) return <Ended members={ended} />;

  const others = now.people.filter(({ active, id }) => active && id !== now.me);
  const alone = [...devices].filter((number) => !isOf(members, number));
  function isOf(people: ReadonlySet<string>, number: number): boolean {
    return others.some(
      ({ id, devices: own }) => people.has(id) && own.some((one) => one.number === number),
    );
  }
  const end = async () => {
    const gone = [...members];
    const done = await asking.run(() => together.remove({ members: gone, devices: alone }));
    // Whoever lost a device alone is still here, and hands nothing on.
    if (done) setEnded(gone);
  };
  const count = members.size + alone.length;
  return (
    <Page
      title={<Trans>Who, or which device, should read nothing from now on?</Trans>}
      action={
        <Button kind="grave" isDisabled={count === 0 || asking.working} onPress={() => void end()}>
          <Trans>End it now, with new keys</Trans>
        </Button>
      }
    >
      <p>
        <Trans>
          All that is ticked ends in one change. What they have read already, they have. If papers
          have been served, stop and call the lawyer first.
        </Trans>
      </p>
      <Rows label={t`People and devices`}>
        {others.map(({ id, devices: own }) => (
          <Row key={id}>
            <Checkbox
              isSelected={members.has(id)}
              onChange={(chosen) => setMembers(toggled(members, id, chosen))}
            >
              <Name of={id} />
            </Checkbox>
            {!members.has(id) &&
              own
                .filter(({ active }) => active)
                .map((device) => (
                  <Checkbox
                    key={device.number}
                    isSelected={devices.has(device.number)}
                    onChange={(chosen) => setDevices(toggled(devices, device.number, chosen))}
                    note={<DeviceLine device={device} />}
                  >
                    <Trans>Only this device of theirs</Trans>
                  </Checkbox>
                ))}
          </Row>
        ))}
      </Rows>
      {others.length === 0 && (
        <p>
          <Trans>Nobody else is here yet.</Trans>
        </p>
      )}
      <Refused refusal={asking.refusal} />
    </Page>
  );
}

function toggled<One>(set: ReadonlySet<One>, one: One, chosen: boolean): ReadonlySet<One> {
  const next = new Set(set);
  if (chosen) next.add(one);
  else next.delete(one);
  return next;
}
