/** The Partners room: the organizations we stand with, and what passed between us. */
import { partnerFields, readFields } from '@alongside/practice';
import type { Room } from '../../ui/room.ts';

export const room: Room = {
  pages: [
    { path: '/partners', load: () => import('./Partners.tsx') },
    { path: '/partners/new', load: () => import('./NewPartner.tsx') },
    { path: '/partners/contact', load: () => import('./NewContact.tsx') },
    { path: '/partners/$partner', load: () => import('./PartnerPage.tsx') },
  ],
  findable: [
    {
      table: 'partners',
      words: (record) => {
        const partner = readFields(partnerFields, record);
        return `${partner.name}\n${partner.movement}`;
      },
      title: (record) => readFields(partnerFields, record).name,
      path: (record) => `/partners/${record.id}`,
    },
  ],
};
