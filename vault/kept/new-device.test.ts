import { expect, test } from 'vitest';
import { createDeviceSeeds, deviceFromSeeds } from '../identity/device.ts';
import { createContractRelay } from '../testing/contract-relay.ts';
import { type Person, people } from '../testing/people.ts';

const DAY = 86_400_000;

test('everybody hears of a device that was added, whatever the clock of who added it says', async () => {
  const all = await people(
    { ...createContractRelay(), server: 'https://relay.example' },
    ...['amina', 'ruth'],
  );
  const [amina, ruth] = all.people as [Person, Person];
  const isTold = () =>
    amina.workspace.together
      .get()
      .people.find(({ id }) => id === ruth.workspace.me)
      ?.devices.map(({ isNew }) => isNew);
  await all.until(() => isTold()?.length === 1);
  expect(isTold()).toEqual([false]);
  await all.settle();

  ruth.skew = -3 * DAY;
  const session = await ruth.session();
  const { card } = await deviceFromSeeds(createDeviceSeeds(ruth.random));
  const added = await session.changeChain((replica) => replica.change({ type: 'addDevice', card }));
  expect(added).toMatchObject({ type: 'Done' });
  session.stop();
  await all.until(() => isTold()?.length === 2);
  expect(isTold()).toEqual([false, true]);

  // It was told of while it was open.
  await amina.workspace.lock();
  await amina.reopen();
  expect(isTold()).toEqual([false, false]);
});
