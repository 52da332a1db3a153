/** The Asks room: what is asked of us, read, weighed and answered. */
import { askFields, isWaiting, readFields } from '@alongside/practice';
import type { Room } from '../../ui/room.ts';
import { hasUnfinished } from './start/unfinished.ts';

const read = (record: Parameters<typeof readFields>[1]) => readFields(askFields, record);

export const room: Room = {
  pages: [
    { path: '/start', load: () => import('./start/Start.tsx') },
    { path: '/asks', load: () => import('./Asks.tsx') },
    { path: '/asks/new', load: () => import('./start/Start.tsx') },
    { path: '/asks/calls/new', load: () => import('./calls/NewCall.tsx') },
    { path: '/asks/calls/$call', load: () => import('./calls/CallPage.tsx') },
    { path: '/asks/ours/new', load: () => import('./we-ask/NewAskOfOurs.tsx') },
    { path: '/asks/ours/$ask', load: () => import('./we-ask/AskOfOursPage.tsx') },
    { path: '/asks/$ask', load: () => import('./page/AskPage.tsx') },
  ],
  findable: [
    {
      table: 'asks',
      words: (record) => {
        const ask = read(record);
        return [ask.from, ask.what, ask.mostAffected, ask.theyAskedFor, ask.text, ask.reply].join(
          '\n',
        );
      },
      title: (record) => {
        const ask = read(record);
        return ask.what === '' ? ask.from : `${ask.from}: ${ask.what}`;
      },
      path: (record) =>
        read(record).direction === 'we-ask' ? `/asks/ours/${record.id}` : `/asks/${record.id}`,
    },
  ],
  always: () => import('./GoingOn.tsx'),
  hasUnfinished,
  beforeKeep: async (workspace) =>
    (await import('./start/write-ask.ts')).writeUnfinished(workspace),
  waiting: (tables) => tables.all('asks').filter((record) => isWaiting(read(record))).length,
};
