/** The Asks room: what is asked of us, weighed, answered, promised, and looked back on. */
import { askFields, isWaiting, joinedUp, promiseFields, readFields } from '@alongside/practice';
import type { Room } from '../../ui/room.ts';
import { isQuietNow } from '../../ui/single.ts';
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
    { path: '/asks/public-page', load: () => import('./public-page/PublicPage.tsx') },
    { path: '/asks/set-aside', load: () => import('./set-aside/SetAsidePage.tsx') },
    { path: '/asks/set-aside/new', load: () => import('./set-aside/SetItAside.tsx') },
    { path: '/asks/members/new', load: () => import('./members/AskMembers.tsx') },
    { path: '/asks/promise', load: () => import('./promises/NewPromise.tsx') },
    { path: '/asks/promises/$promise', load: () => import('./promises/PromisePage.tsx') },
    { path: '/asks/together', load: () => import('./together/Together.tsx') },
    { path: '/asks/together/$gathering', load: () => import('./together/GatheringPage.tsx') },
    { path: '/asks/rules', load: () => import('./rules/Rules.tsx') },
    { path: '/asks/rules/$rule', load: () => import('./rules/RulePage.tsx') },
    { path: '/what-we-are-for', load: () => import('./ourselves/OurselvesPage.tsx') },
    { path: '/long-view/$of', load: () => import('./ourselves/LongViewPage.tsx') },
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
    {
      table: 'promises',
      words: (record) => {
        const promise = readFields(promiseFields, record);
        return [promise.what, promise.to, promise.wordToThem].join('\n');
      },
      title: (record) => readFields(promiseFields, record).what,
      path: (record) => `/asks/promises/${record.id}`,
    },
  ],
  whileOpen: {
    from: ['asks', 'weighings', 'askPages', 'calls', 'callReplies', 'publicPages', 'memberPages'],
    load: async () => (await import('./going-on.ts')).goOn,
  },
  entersWith: ['asks', 'quiet'],
  hasUnfinished,
  beforeKeep: async (workspace) =>
    (await import('./start/write-ask.ts')).writeUnfinished(workspace),
  waiting: (tables) =>
    isQuietNow(tables)
      ? 0
      : joinedUp(tables.all('asks').map(read)).filter(({ ask }) => isWaiting(ask)).length,
};
