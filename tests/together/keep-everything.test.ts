/** *Keep everything* over a real relay: one steward begins it, everybody sees it, two stewards end it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '../../vault/testing/people.ts';
import { type RealRelay, startRelay } from './real-relay.ts';

let relay: RealRelay;
beforeAll(async () => {
  relay = await startRelay();
});
afterAll(() => relay.stop());

async function twoStewards() {
  const company = await people(relay, 'amina', 'ruth', 'li');
  const { amina, ruth, li, until } = company;
  const ruths = ruth.workspace.together.get().me;
  expect(await amina.workspace.together.setRole(ruths, 'steward')).toBeUndefined();
  await until(() => ruth.workspace.together.get().role === 'steward');
  const keeping = (person: typeof amina) => person.workspace.together.get().keepEverything;
  expect(await amina.workspace.together.keepEverything(true)).toBeUndefined();
  await until(() => [ruth, li].every((person) => keeping(person).holds));
  return { ...company, keeping, me: (person: typeof amina) => person.workspace.together.get().me };
}

test('everybody sees that everything is kept, by whom and since when', async () => {
  const { amina, ruth, li, keeping, me, clock } = await twoStewards();
  for (const person of [amina, ruth, li]) {
    expect(keeping(person)).toMatchObject({ holds: true, by: me(amina), ending: null });
    expect(Math.abs((keeping(person).since ?? 0) - clock())).toBeLessThan(600_000);
  }
  const reopened = await li.reopen();
  expect(reopened.together.get().keepEverything).toMatchObject({ holds: true, by: me(amina) });
});

test('one steward asks for the end, all see it, and the other’s agreement ends it', async () => {
  const { amina, ruth, li, keeping, me, until } = await twoStewards();
  expect(await amina.workspace.together.keepEverything(false)).toBeUndefined();
  await until(() => [ruth, li].every((person) => keeping(person).ending?.by === me(amina)));
  expect(await amina.workspace.together.keepEverything(false)).toBeUndefined();
  expect(keeping(amina).holds).toBe(true);
  expect(await li.workspace.together.keepEverything(false)).toEqual({ type: 'NotASteward' });
  expect(await ruth.workspace.together.keepEverything(false)).toBeUndefined();
  await until(() => [amina, ruth, li].every((person) => !keeping(person).holds));
  expect(keeping(amina)).toMatchObject({ holds: false, since: null, ending: null });
});

test('the other steward says no, and everything goes on being kept', async () => {
  const { amina, ruth, li, keeping, me, until } = await twoStewards();
  await amina.workspace.together.keepEverything(false);
  await until(() => keeping(ruth).ending?.by === me(amina));
  ruth.workspace.together.refuseEnding();
  await until(() => keeping(amina).ending?.refusedBy === me(ruth));
  expect(keeping(li).holds).toBe(true);
  amina.workspace.together.takeEndingBack();
  await until(() => [ruth, li].every((person) => keeping(person).ending === null));
});

test('an ask to end it holds no longer once somebody came or went', async () => {
  const { amina, ruth, keeping, me, until, join } = await twoStewards();
  await amina.workspace.together.keepEverything(false);
  await until(() => keeping(ruth).ending?.by === me(amina));
  await join('noor');
  await until(() => keeping(ruth).ending === null);
  expect(await ruth.workspace.together.keepEverything(false)).toBeUndefined();
  expect(keeping(ruth)).toMatchObject({ holds: true, ending: { by: me(ruth) } });
});

test('a member who writes an ask into a steward’s name is not believed', async () => {
  const { amina, ruth, li, keeping, me, settle } = await twoStewards();
  await ruth.workspace.together.keepEverything(false);
  await settle();
  const record = ruth.workspace.tables.get('keepEverything', me(ruth));
  const forged = String(record?.ending);
  const change = { table: 'keepEverything', record: me(amina), field: 'ending', value: forged };
  li.workspace.commit([change], 'everyone');
  await settle();
  expect(keeping(amina).ending?.by).toBe(me(ruth));
  expect(keeping(ruth).ending?.by).toBe(me(ruth));
});
