import { afterAll, expect, test } from 'vitest';
import { type Person, people, titleOf, write } from '../../vault/testing/people.ts';
import { startKillableRelay, startRelay } from './real-relay.ts';

const relay = await startRelay();
afterAll(() => relay.stop());

const safetyOf = ({ workspace }: Person) => workspace.safety.get();
const togetherOf = ({ workspace }: Person) => workspace.together.get();

test('two people on a real relay, both offline for a while, have one state afterwards', async () => {
  const { amina, ruth, until, settle } = await people(relay, 'amina', 'ruth');
  const shared = write(amina, 'shared');
  await until(() => titleOf(ruth, shared) === 'shared');
  for (const { network } of [amina, ruth]) network.isCut = true;
  const [hers, his] = [write(amina, 'by amina'), write(ruth, 'by ruth')];
  amina.workspace.text('asks', shared, 'body', 'everyone').text.insert(0, 'amina ');
  ruth.workspace.text('asks', shared, 'body', 'everyone').text.insert(0, 'ruth ');
  for (const { workspace } of [amina, ruth]) await workspace.settled();
  expect(safetyOf(amina)).toMatchObject({ type: 'SavedHere', waiting: { changes: 2 } });
  for (const { network } of [amina, ruth]) network.isCut = false;
  await settle();
  await until(() => titleOf(amina, his) === 'by ruth' && titleOf(ruth, hers) === 'by amina');
  const bodies = () =>
    [amina, ruth].map(({ workspace }) =>
      workspace.text('asks', shared, 'body', 'everyone').toString(),
    );
  await until(() => new Set(bodies()).size === 1);
  expect(bodies()[0]).toMatch(/^(amina ruth |ruth amina )$/);
});

test('R12: whatever of three answers is lost, each write is there once', async () => {
  const { amina, ruth, until, settle } = await people(relay, 'amina', 'ruth');
  let asked = 0;
  amina.network.between = async (request, go) => {
    const answer = await go(request);
    asked += 1;
    if (request.method === 'POST' && asked % 3 === 0) throw new TypeError('cut');
    return answer;
  };
  const ids: string[] = [];
  for (let n = 0; n < 12; n++) {
    ids.push(write(amina, `w${n}`));
    if (n % 3 === 2) await settle();
  }
  await settle();
  await until(() => ids.every((id) => titleOf(ruth, id) !== undefined));
  expect(togetherOf(ruth).alarms).toEqual([]);
  expect(togetherOf(amina).alarms).toEqual([]);
});

test('A13: a relay that lost everything gets it all back with a new voucher, and nothing here is gone', async () => {
  const own = await startKillableRelay();
  try {
    const { amina, ruth, until, settle } = await people(own, 'amina', 'ruth');
    const ids = [write(amina, 'one'), write(ruth, 'two')];
    await settle();
    await until(() => [amina, ruth].every((one) => ids.every((id) => titleOf(one, id))));
    await own.kill();
    await own.wipe();
    await own.again();
    ids.push(write(ruth, 'three'));
    await until(() =>
      [amina, ruth].every((one) => togetherOf(one).alarms[0]?.type === 'ServerLostData'),
    );
    expect(togetherOf(ruth).server).toMatchObject({ type: 'Away', because: 'lost-data' });
    for (const id of ids) expect(titleOf(ruth, id)).toBeDefined();
    const voucher = Buffer.from(own.voucher).toString('base64url');
    const { server } = own;
    expect(await amina.workspace.together.serve({ server, voucher })).toBeUndefined();
    await settle();
    await until(() => [amina, ruth].every((one) => ids.every((id) => titleOf(one, id))));
    const healed = [{ type: 'ServerLostData', healed: true }];
    await until(() => JSON.stringify(togetherOf(ruth).alarms) === JSON.stringify(healed));
  } finally {
    await own.stop();
  }
});

test('a relay that is killed under two people loses nothing that they were told is on it', async () => {
  const own = await startKillableRelay();
  try {
    const { amina, ruth, until, settle } = await people(own, 'amina', 'ruth');
    const ids: string[] = [];
    for (let kills = 0; kills < 3; kills++) {
      for (let n = 0; n < 4; n++) ids.push(write(n % 2 ? amina : ruth, `k${kills}${n}`));
      await Promise.all([amina, ruth].map(({ workspace }) => workspace.settled()));
      if (kills === 1) await settle();
      await own.kill();
      ids.push(write(amina, 'written while it was down'));
      await until(() => togetherOf(amina).server.type === 'Away');
      await own.again();
    }
    await settle();
    for (const one of [amina, ruth]) {
      await until(() => ids.every((id) => titleOf(one, id) !== undefined));
      expect(togetherOf(one).alarms).toEqual([]);
    }
  } finally {
    await own.stop();
  }
});
