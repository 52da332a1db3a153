import { expect, test } from 'vitest';
import { coreTeamCircle, onlyMeCircle } from '../circles/well-known.ts';
import { anyOp, cast } from './cast.ts';

test('three people write on one stream and have one state', async () => {
  const { amina, ruth, li, settle } = await cast('amina', 'ruth', 'li');
  ruth.replica.write('everyone', [{ seen: 0, ops: [anyOp('from Ruth')] }]);
  expect(await ruth.replica.send()).toEqual({ type: 'AllReadBack' });
  li.replica.write('everyone', [{ seen: 0, ops: [anyOp('from Li')] }]);
  expect(await li.replica.send()).toEqual({ type: 'AllReadBack' });
  await settle();
  expect(new Set([amina.hash(), ruth.hash(), li.hash()]).size).toBe(1);
  const texts = amina.delivered.flatMap((one) =>
    one.type === 'Content' ? one.accepted.runs.flatMap(({ ops }) => ops) : [],
  );
  expect(texts).toEqual([anyOp('from Ruth'), anyOp('from Li')]);
});

test('what a circle of one says is opened by its person alone', async () => {
  const { amina, ruth, settle } = await cast('amina', 'ruth');
  const circle = onlyMeCircle(amina.replica.state.workspace, ruth.replica.member);
  await ruth.replica.formCircle(circle, [ruth.replica.member]);
  ruth.replica.write({ circle }, [{ seen: 0, ops: [anyOp('for myself')] }]);
  expect(await ruth.replica.send()).toEqual({ type: 'AllReadBack' });
  await settle();
  expect(amina.delivered.at(-1)?.type).toBe('Sealed');
  expect(ruth.delivered.at(-1)).toMatchObject({
    type: 'Content',
    accepted: { audience: { circle } },
  });
  expect(amina.hash()).toBe(ruth.hash());
});

test('the founder has the core team and a circle of one', async () => {
  const { amina } = await cast('amina');
  const { membership, workspace } = amina.replica.state;
  const ids = [coreTeamCircle(workspace), onlyMeCircle(workspace, amina.replica.member)];
  for (const id of ids) {
    expect(membership.circles.get(id)?.members).toEqual([amina.replica.member]);
  }
});
