/** My notebook: private writing to prompts. Search leaves it out: what is written is a text of its own. */
import type { Room } from '../../ui/room.ts';

export const room: Room = {
  pages: [
    { path: '/notebook', load: () => import('./Notebook.tsx') },
    { path: '/notebook/$page', load: () => import('./NotebookPage.tsx') },
  ],
  findable: [],
  entersWith: ['reflections'],
  texts: [{ table: 'reflections', field: 'body' }],
};
