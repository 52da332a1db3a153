/** The Stories room: importing, reading, editing and putting into practice. */
import { storyName, storyOf } from '@alongside/practice';
import type { Room } from '../../ui/room.ts';
import { hasUnfinished } from './import/unfinished-import.ts';

export const room: Room = {
  pages: [
    { path: '/stories', load: () => import('./StoriesPage.tsx') },
    { path: '/stories/import', load: () => import('./import/ImportPage.tsx') },
    { path: '/stories/$story', load: () => import('./booklet/StoryPage.tsx') },
    { path: '/stories/$story/edit', load: () => import('./edit/EditPage.tsx') },
    { path: '/stories/$story/versions', load: () => import('./versions/VersionsPage.tsx') },
    { path: '/stories/$story/practice', load: () => import('./practice/PracticePage.tsx') },
  ],
  findable: [
    {
      table: 'stories',
      words: (record) => {
        const { pieces } = storyOf(record);
        return pieces
          .filter((piece) => piece.kind !== 'unrecognised')
          .flatMap((piece) => [piece.text, ...(piece.organizations ?? []), piece.role ?? ''])
          .join('\n');
      },
      title: (record) => storyName(storyOf(record)),
      path: (record) => `/stories/${record.id}`,
    },
  ],
  hasUnfinished,
  beforeKeep: async (workspace) =>
    (await import('./import/write-story.ts')).writeUnfinished(workspace),
};
