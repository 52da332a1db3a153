/** The people here: who they are, their devices, letting someone in, ending what someone can read. */
import type { Room } from '../../ui/room.ts';

export const room: Room = {
  pages: [
    { path: '/people', load: () => import('./People.tsx') },
    { path: '/people/invite', load: () => import('./invite/Invite.tsx') },
    { path: '/people/my-devices', load: () => import('./devices/MyDevices.tsx') },
    { path: '/people/core-team', load: () => import('./circles/CoreTeam.tsx') },
    { path: '/people/end', load: () => import('./end/EndAccess.tsx') },
    { path: '/people/back/$person', load: () => import('./back/BringBack.tsx') },
    { path: '/people/handover', load: () => import('./end/HandoverPage.tsx') },
    { path: '/people/keep-everything', load: () => import('./keep/KeepEverything.tsx') },
    { path: '/people/$person', load: () => import('./person/PersonPage.tsx') },
  ],
  findable: [
    {
      table: 'names',
      words: (record) => String(record.name ?? ''),
      title: (record) => String(record.name ?? ''),
      path: (record) => `/people/${record.id}`,
    },
  ],
  entersWith: [],
};
