/** My notebook: private writing to prompts. Search leaves it out, and finds only what was shared of it. */
import { excerptFields, readFields } from '@alongside/practice';
import type { Room } from '../../ui/room.ts';

export const room: Room = {
  pages: [
    { path: '/notebook', load: () => import('./Notebook.tsx') },
    { path: '/notebook/$page', load: () => import('./NotebookPage.tsx') },
  ],
  findable: [
    {
      table: 'excerpts',
      words: (record) => readFields(excerptFields, record).text,
      title: (record) => shortened(readFields(excerptFields, record).text),
      path: () => '/notebook',
    },
  ],
  entersWith: ['reflections', 'excerpts'],
  texts: [{ table: 'reflections', field: 'body' }],
};

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80).trimEnd()}…` : text;
}
