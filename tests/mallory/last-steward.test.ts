import { expect, test } from 'vitest';
import { dropOwnDevice } from '../../vault/membership/changes/drop-own-device.ts';
import type { Change } from '../../vault/membership/changes/index.ts';
import { changeOf } from '../../vault/membership/changes/index.ts';
import { leave } from '../../vault/membership/changes/leave.ts';
import { setRole } from '../../vault/membership/changes/set-role.ts';
import { cast, type Player } from '../../vault/testing/cast.ts';
import { asIf, forge, judgeAll, keyFor, textOf } from './mallory.ts';

const chain = (change: Change) => ({ body: { kind: 'chain', change } as const });

async function verdict(
  by: Player,
  about: Parameters<typeof forge>[1],
  observers: readonly Player[],
) {
  return textOf(await judgeAll(observers, await forge(by, about)));
}

test('D04: the last steward cannot go, in whatever entry, with every check of their own off', async () => {
  const { amina, ruth, li } = await cast('amina', 'ruth', 'li');
  const { member, device } = amina.replica;
  const ways = {
    leave: chain(changeOf(leave, {})),
    dropOwnDevice: chain(changeOf(dropOwnDevice, { device })),
    'demote themselves': chain(changeOf(setRole, { member, role: 'member', stewards: null })),
    'remove themselves': await keyFor(amina, { to: [1, 2], removed: [member] }),
    'remove everybody': await keyFor(amina, {
      to: [],
      removed: [member, ruth.replica.member, li.replica.member],
    }),
  };
  for (const [name, about] of Object.entries(ways)) {
    const said = await verdict(amina, about, [ruth, li]);
    expect(said, name).toMatch(/^6: (NoStewardLeft|NotYourself)$/);
  }
});

test('D04: a second steward without a device is not one who is left', async () => {
  const { amina, ruth, li, settle } = await cast('amina', 'ruth', 'li');
  const { member } = ruth.replica;
  await amina.replica.change({ type: 'setRole', member, role: 'steward' });
  await settle();
  await ruth.replica.change({ type: 'dropOwnDevice', device: ruth.replica.device });
  await settle();
  await li.replica.heartbeat();
  await settle();
  const { device } = amina.replica;
  for (const change of [changeOf(leave, {}), changeOf(dropOwnDevice, { device })]) {
    expect(await verdict(amina, chain(change), [li])).toBe('6: NoStewardLeft');
  }
});

test('D04: nobody else takes the last steward’s place from them', async () => {
  const { amina, ruth, li } = await cast('amina', 'ruth', 'li');
  const { member } = amina.replica;
  const demoted = changeOf(setRole, { member, role: 'guest', stewards: null });
  const ways = [chain(demoted), await keyFor(ruth, { to: [1, 2], removed: [member] })];
  for (const about of ways) {
    // The rule about stewards is looked at after the change: either reason refuses it.
    expect(await verdict(ruth, about, [amina, li])).toMatch(/^6: (NotASteward|NoStewardLeft)$/);
  }
  const other = await asIf(amina, { type: 'setRole', member: li.replica.member, role: 'steward' });
  expect(await verdict(ruth, other, [amina, li])).toBe('6: NotASteward');
});
