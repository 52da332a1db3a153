import { expect, test } from 'vitest';
import { stateHash as tablesHash } from '../fold/state-hash.ts';
import { house } from '../testing/house.ts';

const id = (letter: string) => `${letter.repeat(21)}A`;

test('three people join by link, write, and have one state and one set of tables', async () => {
  const { amina, ruth, settle, join } = await house('amina', 'ruth');
  await amina.write(id('a'), { title: 'What was asked' });
  await ruth.write(id('b'), { title: 'What Ruth asked' });
  const li = await join('li');
  await li.write(id('c'), { title: 'What Li asked' });
  await settle();
  const people = [amina, ruth, li];
  expect(new Set(people.map((person) => person.hash())).size).toBe(1);
  for (const { fold } of people) {
    expect(fold.tables.all('asks').map(({ title }) => title)).toEqual([
      'What was asked',
      'What Ruth asked',
      'What Li asked',
    ]);
    expect(tablesHash(fold.state, 'everyone')).toEqual(tablesHash(amina.fold.state, 'everyone'));
  }
});
