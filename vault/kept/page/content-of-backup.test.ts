import { expect, test } from 'vitest';
import { tablesToColumns } from '../../fold/columns/snapshot.ts';
import { entry, foldForTest, set } from '../../fold/testing.ts';
import { createTestContext } from '../testing.ts';
import { contentOfBackup } from './content-of-backup.ts';

const record = 'AAAAAAAAAAAAAAAAAAAAAA';
const fold = foldForTest();
fold.applyAccepted([
  entry({ position: 1 }, set(record, 'title', 'For all here')),
  entry({ position: 2, audience: { circle: 'mine' } }, set(record, 'line', 'Mine', 'notes')),
]);
const about = { facts: {} as never, listsKit: false, onlyMe: 'mine', coreTeam: 'core' };
const context = { ...createTestContext(), start: () => expect.fail('no worker is asked') };

test('a backup comes out as changes, each with its audience', () => {
  const content = contentOfBackup({ ...about, blocks: [...tablesToColumns(fold.state)] }, context);
  expect(content?.changes).toEqual([
    {
      audience: 'everyone',
      ops: [{ table: 'asks', record, field: 'title', value: 'For all here' }],
    },
    {
      audience: { circle: 'mine' },
      ops: [{ table: 'notes', record, field: 'line', value: 'Mine' }],
    },
  ]);
});

test('a backup whose blocks have no head is none, and never an empty one', () => {
  const blocks = [...tablesToColumns(fold.state)].filter(({ name }) => name !== 'head');
  expect(blocks.length).toBeGreaterThan(0);
  expect(contentOfBackup({ ...about, blocks }, context)).toBeNull();
});
