/** How much a newcomer waits for: measured as time of the processor, since machines are shared. */
import { expect, test } from 'vitest';
import { columnsToTables } from '../fold/columns/snapshot.ts';
import { answerTo, ask, enterByLink } from '../joining/ask.ts';
import { approvalsOf, approve, house, newDevice } from '../testing/house.ts';
import type { Op } from '../types.ts';

test('R25, in small: a newcomer reads 100,000 changes and the tail since in less than two seconds', async () => {
  const { amina, invite, children, clock, start } = await house('amina');
  const ops: Op[] = Array.from({ length: 100_000 }, (_, i) => {
    const record = Buffer.alloc(16);
    record.writeUInt32BE(Math.floor(i / 5));
    const field = ['title', 'place', 'size', 'due', 'note'][i % 5] as string;
    const value = i % 5 === 2 ? i : `${field} of what was asked, number ${i}`;
    return { table: 'asks', record: record.toString('base64url'), field, value };
  });
  amina.replica.write('everyone', [{ seen: amina.replica.state.n, ops }]);
  expect(await amina.replica.send()).toEqual({ type: 'AllReadBack' });
  const { link, invitation } = await invite(amina);
  const { keys, random } = await newDevice('ruth');
  await ask(link, keys.device, 'Ruth', children, random);
  await approve(await approvalsOf([invitation], amina, children), amina, children, clock);
  for (let i = 0; i < 200; i++) await amina.write(`${'t'.repeat(21)}A`, { title: `Since, ${i}` });
  const answer = await answerTo(link, keys.device, children);
  if (answer.type !== 'Welcomed') throw new Error('Must hold: welcome');
  const before = process.cpuUsage();
  const entered = await enterByLink(link, answer.welcomes, keys, children);
  if ('type' in entered) throw new Error(`Must hold: entered, not ${entered.type}`);
  const ruth = start('ruth', entered, keys, random);
  await ruth.read();
  const { user, system } = process.cpuUsage(before);
  expect(ruth.fold.tables.all('asks')).toHaveLength(20_001);
  expect(columnsToTables(entered.blocks).refused).toEqual([]);
  expect(ruth.hash()).toBe(amina.hash());
  expect((user + system) / 1e6).toBeLessThan(2);
}, 120_000);
