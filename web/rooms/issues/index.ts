/** The room *Our issues*: nodes of the map, ties between them, and ties that stories propose. */
import { issueFields, readFields } from '@alongside/practice';
import type { Room } from '../../ui/room.ts';

export const room: Room = {
  pages: [{ path: '/issues', load: () => import('./Issues.tsx') }],
  findable: [
    {
      table: 'issues',
      words: (record) => readFields(issueFields, record).name,
      title: (record) => readFields(issueFields, record).name,
      path: () => '/issues',
    },
  ],
};
