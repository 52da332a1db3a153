/** Every address of the application, with what has to be there for it. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ids } from './planted.ts';

const web = join(import.meta.dirname, '../../../web');

/** Pages of a workspace that is open and kept, by the pattern that the code gives them. */
export const openPages: readonly (readonly [pattern: string, path: string])[] = [
  ['/', '/'],
  ['/asks', '/asks'],
  ['/asks/new', '/asks/new'],
  ['/asks/ours/new', '/asks/ours/new'],
  ['/asks/ours/$ask', `/asks/ours/${ids.waitingAsk}`],
  ['/asks/calls/new', '/asks/calls/new'],
  ['/asks/calls/$call', '/asks/calls/AAAAAAAAAAAAAAAAAAAAAA'],
  ['/asks/members/new', `/asks/members/new?ask=${ids.waitingAsk}`],
  ['/asks/public-page', '/asks/public-page'],
  ['/asks/set-aside', '/asks/set-aside'],
  ['/asks/set-aside/new', `/asks/set-aside/new?ask=${ids.gatheredAsk}`],
  ['/asks', '/asks?tab=promised'],
  ['/asks', '/asks?tab=we-ask'],
  ['/asks/promise', '/asks/promise'],
  ['/asks/promises/$promise', `/asks/promises/${ids.promise}`],
  ['/asks/together', '/asks/together'],
  ['/asks/together/$gathering', `/asks/together/${ids.gathering}`],
  ['/asks/rules', '/asks/rules'],
  ['/asks/rules/$rule', `/asks/rules/${ids.rule}`],
  ['/what-we-are-for', '/what-we-are-for'],
  ['/long-view/$of', `/long-view/${ids.partner}`],
  ['/asks/$ask', `/asks/${ids.ask}`],
  ['/asks/$ask', `/asks/${ids.waitingAsk}`],
  ['/asks/$ask', `/asks/${ids.gatheredAsk}`],
  ['/asks/$ask', `/asks/${ids.joinedAsk}`],
  ...['contribution', 'long-term', 'engagement', 'answer', 'reply', 'after'].map(
    (part) => ['/asks/$ask', `/asks/${ids.ask}?part=${part}`] as const,
  ),
  ['/partners', '/partners'],
  ['/partners/new', '/partners/new'],
  ['/partners/contact', '/partners/contact'],
  ['/partners/$partner', `/partners/${ids.partner}`],
  ['/partners/$partner/campaign', `/partners/${ids.partner}/campaign`],
  ...['people', 'import', 'export', 'duplicates', 'handover'].map(
    (page) => [`/partners/${page}`, `/partners/${page}`] as const,
  ),
  ['/partners/people/$person', `/partners/people/${ids.person}`],
  ['/partners/conversations/new', `/partners/conversations/new?partner=${ids.partner}`],
  ['/partners/conversations/$conversation', `/partners/conversations/${ids.conversation}`],
  ['/stories', '/stories'],
  ['/stories/import', '/stories/import'],
  ['/stories/$story', `/stories/${ids.story}`],
  ['/stories/$story/edit', `/stories/${ids.story}/edit`],
  ['/stories/$story/versions', `/stories/${ids.story}/versions`],
  ['/stories/$story/practice', `/stories/${ids.story}/practice`],
  ['/discussions', '/discussions'],
  ['/discussions/$plan', `/discussions/${ids.plan}`],
  ['/issues', '/issues'],
  ...['', '/mine', '/planners', '/work', '/dates', '/if-we-say-yes'].map(
    (page) => [`/giving${page}`, `/giving${page}`] as const,
  ),
  ['/notebook', '/notebook'],
  ['/notebook/$page', `/notebook/${ids.reflection}`],
  ...['', '/invite', '/my-devices', '/core-team', '/end', '/handover', '/keep-everything'].map(
    (page) => [`/people${page}`, `/people${page}`] as const,
  ),
  ['/people/$person', '/people/AAAAAAAAAAAAAAAAAAAAAA'],
  ['/people/back/$person', '/people/back/AAAAAAAAAAAAAAAAAAAAAA'],
  ['/more', '/more'],
  ['/settings', '/settings'],
  ['/settings/recovery', '/settings/recovery'],
  ['/settings/trustees', '/settings/trustees'],
  ['/settings/erase-for-good', '/settings/erase-for-good'],
  ['/settings/backup', '/settings/backup'],
  ['/settings/words', '/settings/words'],
  ['/settings/export', '/settings/export'],
  ['/settings/erase', '/settings/erase'],
  ['/settings/server', '/settings/server'],
  ['/settings/workspace', '/settings/workspace'],
  ['/settings/what-could-be-taken', '/settings/what-could-be-taken'],
  ['/settings/about', '/settings/about'],
  ['/keep', '/keep'],
  ['/if-something-happens', '/if-something-happens'],
  ...['lost', 'no-longer', 'at-the-door', 'attacked'].map(
    (page) => ['/if-something-happens/$page', `/if-something-happens/${page}`] as const,
  ),
  ['an address that leads nowhere', '/nowhere'],
  ['a record that is not there', '/asks/AAAAAAAAAAAAAAAAAAAAAA'],
];

/** Pages that are read with nothing open, or that begin a first try. */
export const closedPages: readonly string[] = [
  '/',
  '/join',
  '/pair',
  '/come-back',
  '/return',
  '/start',
  '/stories/import',
  '/look-around',
  '/if-something-happens',
  '/if-something-happens/lost',
];

/** The patterns that the router and the rooms have, read from their code. */
export function patternsInCode(): readonly string[] {
  const files = ['app/router.tsx', ...globSync('rooms/*/index.ts', { cwd: web })];
  return files.flatMap((file) =>
    [...readFileSync(join(web, file), 'utf8').matchAll(/path: '(\/[^']*)'/g)].map(
      ([, path = '']) => path,
    ),
  );
}
