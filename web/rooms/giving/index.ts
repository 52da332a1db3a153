/** The room *What we can give*: twelve weeks, what each can give, who plans, our work, dates to keep in mind. */
import { readFields, workLineFields } from '@alongside/practice';
import type { Room } from '../../ui/room.ts';

export const room: Room = {
  pages: [
    { path: '/giving', load: () => import('./weeks/TwelveWeeks.tsx') },
    { path: '/giving/mine', load: () => import('./mine/WhatICanGive.tsx') },
    { path: '/giving/planners', load: () => import('./planning/Planners.tsx') },
    { path: '/giving/work', load: () => import('./work/Work.tsx') },
    { path: '/giving/dates', load: () => import('./dates/Dates.tsx') },
    { path: '/giving/if-we-say-yes', load: () => import('./weeks/IfWeSayYes.tsx') },
  ],
  findable: [
    {
      table: 'workLines',
      words: (record) => readFields(workLineFields, record).name,
      title: (record) => readFields(workLineFields, record).name,
      path: () => '/giving/work',
    },
  ],
  entersWith: ['ownOffers', 'planning', 'givenSums', 'workLines', 'datesToKeep', 'handOvers'],
  // Only who plans has records of this table.
  whileOpen: {
    from: ['offers'],
    load: async () => (await import('./planning/open-desk.ts')).openDesk,
  },
};
