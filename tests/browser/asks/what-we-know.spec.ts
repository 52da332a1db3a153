/**
 * Features 18 and 41: under each of the three questions stands what the workspace knows, in a sentence with its
 * source; and beside what an ask would take, what is free, what is missing and what would have to move, each
 * with its carrier's own yes. Whole devices play the yes of one to another in `web/ui/moves.test.ts`.
 */

import { AxeBuilder } from '@axe-core/playwright';
import { dayOf, daysAfter } from '../../../practice/index.ts';
import { backupOf, bringIn, type Part } from '../filled/workspace.ts';
import { record, team } from '../giving/team.ts';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';

const today = dayOf(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);
const idOf = (name: string) => `${name.padEnd(21, '-')}A`;
const [harbor, detention, vigil, earlier] = ['harbor', 'detention', 'vigil', 'earlier'].map(
  idOf,
) as [string, string, string, string];

/** An invented team that has worked with the one who asks before, and is short of half a day. */
const workspace = (me: string): readonly Part[] => [
  ...team,
  {
    readers: 'coreTeam',
    changes: [
      ...record('partners', 'harbor', { name: 'Harbor Families Network' }),
      ...record('contacts', 'march', {
        partner: harbor,
        kind: 'they-showed-up',
        on: daysAfter(today, -200),
      }),
      ...record('asks', 'earlier', {
        from: 'Harbor Families Network',
        partner: harbor,
        what: 'Sign a letter to the county',
        kind: 'sign-on-letter',
        receivedOn: daysAfter(today, -130),
        answer: 'yes',
        answeredOn: daysAfter(today, -120),
      }),
      ...record('issues', 'detention', { name: 'Detention' }),
      ...record('issues', 'policing', { name: 'Policing' }),
      ...record('ties', 'shared', {
        from: detention,
        to: idOf('policing'),
        why: 'The same office signs both contracts.',
        state: 'kept',
      }),
      ...record('skills', 'interpret', { name: 'Interpreting at court', kind: 'skill' }),
      ...record('asks', 'vigil', {
        from: 'Harbor Families Network',
        partner: harbor,
        what: 'Stand with us at the vigil',
        kind: 'presence',
        issue: detention,
        receivedOn: today,
        by: daysAfter(today, 3),
        on: daysAfter(today, 10),
      }),
      ...record('promises', 'rides', {
        to: 'Night Riders Union',
        what: 'Rides to the depot',
        by: daysAfter(today, 10),
        sureness: 'maybe',
        state: 'open',
        carriedBy: me,
      }),
      ...record('promises', 'flyers', {
        to: 'Night Riders Union',
        what: 'Flyers in Somali',
        state: 'open',
        carriedBy: me,
      }),
      ...record('moves', 'asked', { ask: vigil, carried: idOf('rides'), says: 'asked' }),
    ],
  },
];

test('under each question stands what we know, with its source, and what would have to move is asked of who carries it', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 360, height: 740 });
  await bringIn(page, await backupOf(workspace));
  // Today asks whoever carries it, and does not forget a promise without a day.
  await expect(page.locator('main')).toContainText(
    'Could this move, to make room for Harbor Families Network?',
  );
  await expect(page.locator('main')).toContainText('We promised it; it has no day yet.');

  await goWithin(page, `/asks/${vigil}?part=long-term`);
  const between = page.locator('.known', { hasText: 'Between us' });
  await expect(between).toContainText('They showed up for us');
  await between.getByText('How we know').click();
  await expect(between).toContainText('They asked us: Sign a letter to the county · Yes');
  await expect(between).toContainText('Written down since');
  await expect(between).toContainText('Last honest conversation: not yet.');

  await goWithin(page, `/asks/${vigil}?part=engagement`);
  const ours = page.locator('.known', { hasText: 'Why is this ours?' });
  await expect(ours).toContainText('The same office signs both contracts.');
  await ours.getByText('How we know').click();
  await ours.getByRole('link', { name: 'Sign a letter to the county' }).click();
  await expect(page).toHaveURL(new RegExp(`/asks/${earlier}$`));

  await goWithin(page, `/asks/${vigil}?part=contribution`);
  const room = page.locator('.known', { hasText: 'Have we room?' });
  await expect(room).toContainText('about one day and a half of what is offered is still free.');
  const part = page.locator('[data-part=contribution]');
  await part.getByText('What would it take of us?').click();
  await part.getByRole('button', { name: /About how much in each week/ }).click();
  await page.getByRole('option', { name: '2 days', exact: true }).click();
  await expect(room).toContainText('It would be up to half a day a week more than we have.');
  await part.getByText('Interpreting at court', { exact: true }).click();
  await expect(part).toContainText('It is not said how many of us offer it. Those who plan know.');
  await expect(part).toContainText('To make room, one of these would move:');
  const rides = part.locator('.rows li', { hasText: 'Rides to the depot' });
  await rides.getByRole('button', { name: 'It can move' }).click();
  await expect(rides).toContainText('Whoever carries it says that it can move.');
  const clinic = part.locator('.rows li', { hasText: 'Clinic' });
  await clinic.getByRole('button', { name: 'It has to stay' }).click();
  await expect(clinic).toContainText('Whoever carries it says that it has to stay.');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  // Said, and so nobody is asked any more.
  await goWithin(page, '/');
  await expect(page.locator('main')).toContainText('Harbor Families Network');
  await expect(page.locator('main')).not.toContainText('Could this move');
});
