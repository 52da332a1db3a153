/** The Partners room: the organizations we stand with, and what passed between us. */
import { partnerFields, personFields, readFields } from '@alongside/practice';
import type { Room } from '../../ui/room.ts';

export const room: Room = {
  pages: [
    { path: '/partners', load: () => import('./Partners.tsx') },
    { path: '/partners/new', load: () => import('./NewPartner.tsx') },
    { path: '/partners/contact', load: () => import('./NewContact.tsx') },
    { path: '/partners/people', load: () => import('./people/People.tsx') },
    { path: '/partners/people/$person', load: () => import('./people/PersonPage.tsx') },
    { path: '/partners/import', load: () => import('./import/ImportContacts.tsx') },
    { path: '/partners/export', load: () => import('./ExportContacts.tsx') },
    { path: '/partners/duplicates', load: () => import('./Duplicates.tsx') },
    { path: '/partners/handover', load: () => import('./Handover.tsx') },
    {
      path: '/partners/conversations/new',
      load: () => import('./conversations/NewConversation.tsx'),
    },
    {
      path: '/partners/conversations/$conversation',
      load: () => import('./conversations/ConversationPage.tsx'),
    },
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
    {
      table: 'people',
      words: (record) => readFields(personFields, record).name,
      title: (record) => readFields(personFields, record).name,
      path: (record) => `/partners/people/${record.id}`,
    },
  ],
  whileOpen: {
    from: ['conversations', 'contacts'],
    load: async () => (await import('./let-go.ts')).letGo,
  },
};
