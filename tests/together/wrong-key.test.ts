/** Over a real relay: who turns the keys gives one device a key that opens nothing, and that device says so. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people, titleOf, write } from '../../vault/testing/people.ts';
import { turnKeysWithout } from '../mallory/wrong-key.ts';
import { type RealRelay, startRelay } from './real-relay.ts';

let relay: RealRelay;
beforeAll(async () => {
  relay = await startRelay();
});
afterAll(() => relay.stop());

test('D05: who was given a key that opens nothing is told whose it was, also after a start, keeps what is here, and the others go on', async () => {
  const { amina, ruth, li, settle, until } = await people(relay, 'amina', 'ruth', 'li');
  const early = write(amina, 'before');
  await settle();
  await until(() => titleOf(ruth, early) !== undefined);
  const session = await amina.session();
  await turnKeysWithout(session, ruth.workspace.together.get().device);
  session.stop();
  const late = write(amina, 'after');
  await until(() => titleOf(li, late) === 'after');
  const told = () => ruth.workspace.together.get().alarms;
  await until(() => told().length > 0);
  const { device } = amina.workspace.together.get();
  expect(told()).toEqual([expect.objectContaining({ type: 'WrongKey', device, circle: null })]);
  for (const person of [amina, li]) expect(person.workspace.together.get().alarms).toEqual([]);
  const mine = write(ruth, 'waits here');
  await ruth.workspace.settled();
  await ruth.reopen();
  expect(told()).toMatchObject([{ type: 'WrongKey', device }]);
  expect([titleOf(ruth, early), titleOf(ruth, mine), titleOf(ruth, late)]).toEqual([
    'before',
    'waits here',
    undefined,
  ]);
  expect(ruth.workspace.safety.get().type).toBe('SavedHere');
  expect(titleOf(li, mine)).toBeUndefined();
});

test('D05: a circle’s key that opens nothing is told apart from everybody’s, and made anew it is read again', async () => {
  const { amina, ruth, settle, until } = await people(relay, 'amina', 'ruth');
  const { together, me } = ruth.workspace;
  const core = amina.workspace.coreTeam;
  if (core === 'everyone') throw new Error('Must hold: a circle');
  const all = [amina.workspace.me, me];
  expect(await amina.workspace.together.setCircle(core.circle, all)).toMatchObject({
    type: 'CircleMade',
  });
  await settle();
  const session = await amina.session();
  const circle = core.circle;
  await session.changeChain(async (replica) => {
    const theirs = replica.state.membership.devices[together.get().device];
    const mine = replica.state.membership.devices[replica.device];
    if (!theirs || !mine) throw new Error('Must hold: both are listed');
    const before = theirs.kem;
    Object.assign(theirs, { kem: mine.kem });
    await replica.formCircle(circle, all);
    Object.assign(theirs, { kem: before });
  });
  session.stop();
  await until(() => together.get().alarms.length > 0);
  expect(together.get().alarms).toMatchObject([{ type: 'WrongKey', circle }]);
  expect(together.get().circles.find(({ id }) => id === circle)?.readable).toBe(false);
  await amina.workspace.together.setCircle(circle, all);
  await until(() => together.get().circles.find(({ id }) => id === circle)?.readable === true);
});
