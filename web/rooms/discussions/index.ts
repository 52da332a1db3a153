/** The Discussions room, as far as it goes now: plans for talking about a story. */
import { planOf } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import type { Room } from '../../ui/room.ts';

export const room: Room = {
  pages: [
    { path: '/discussions', load: () => import('./DiscussionsPage.tsx') },
    { path: '/discussions/$plan', load: () => import('./PlanPage.tsx') },
  ],
  findable: [
    {
      table: 'discussionPlans',
      words: (record) => {
        const plan = planOf(record);
        const topics = [...(plan?.themes ?? []), ...(plan?.prompts ?? [])];
        return [plan?.title ?? '', ...topics.map((topic) => topic.text)].join('\n');
      },
      title: (record) => planOf(record)?.title ?? t`An hour of talking about a story`,
      path: (record) => `/discussions/${record.id}`,
    },
  ],
  whileOpen: {
    from: ['discussionPartners'],
    load: async () => (await import('./tell-of-discussions.ts')).goOn,
  },
};
