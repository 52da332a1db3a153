/** Whole devices: an evening to which partners came becomes a contact with each by itself, once. */
import { setFields } from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { expect, test } from 'vitest';
import { createContractRelay } from '../../../vault/testing/contract-relay.ts';
import { people } from '../../../vault/testing/people.ts';
import { tellOfDiscussions } from './tell-of-discussions.ts';

const id = (letter: string) => letter.repeat(21).concat('A');
const [partner, plan, tie, otherTie] = [id('P'), id('D'), id('T'), id('U')];
const company = () =>
  people({ ...createContractRelay(), server: 'https://relay.example' }, 'amina', 'ruth');
const contacts = ({ tables }: KeptWorkspace) => tables.all('contacts');
const ties = ({ tables }: KeptWorkspace) => tables.all('discussionPartners');

/** An evening on December 3 which everyone here reads, as the partner who comes to it. */
function writeEvening({ commit }: KeptWorkspace): void {
  commit(setFields('partners', partner, { name: 'Delta' }), 'everyone');
  commit(
    setFields('discussionPlans', plan, { story: id('S'), title: null, on: '2026-12-03' }),
    'everyone',
  );
}

const writeTie = ({ commit }: KeptWorkspace, record = tie) =>
  commit(setFields('discussionPartners', record, { plan, partner }), 'everyone');

const set = ({ commit }: KeptWorkspace, on: string) =>
  commit(setFields('discussionPlans', plan, { on }), 'everyone');

test('from the day after it is a contact for who reads the partner, once, and after two weeks that alone stays', async () => {
  const all = await company();
  const amina = all.amina.workspace;
  const ruth = all.ruth.workspace;
  writeEvening(amina);
  writeTie(amina);
  tellOfDiscussions(amina, '2026-12-03');
  expect(contacts(amina)).toEqual([]);

  tellOfDiscussions(amina, '2026-12-04');
  expect(contacts(amina)).toMatchObject([
    { id: tie, partner, kind: 'discussion', on: '2026-12-03' },
  ]);
  await all.settle();
  tellOfDiscussions(amina, '2026-12-17');
  expect(ties(amina)).toHaveLength(1);
  tellOfDiscussions(amina, '2026-12-18');
  await all.until(() => contacts(ruth).length > 0 && ties(ruth).length === 0);
  expect(contacts(ruth)).toHaveLength(1);
  expect(ruth.tables.audienceOf('contacts', tie)).toBe('everyone');
});

test('a day that was wrong is put right: the contact moves with it, goes, and comes again', async () => {
  const all = await company();
  const { workspace } = all.amina;
  writeEvening(workspace);
  writeTie(workspace);
  tellOfDiscussions(workspace, '2026-12-04');
  set(workspace, '2026-12-02');
  tellOfDiscussions(workspace, '2026-12-04');
  expect(contacts(workspace)).toMatchObject([{ on: '2026-12-02' }]);
  set(workspace, '2026-12-09');
  // Nothing goes before what was told is on the server.
  tellOfDiscussions(workspace, '2026-12-04');
  expect(contacts(workspace)).toHaveLength(1);
  await all.settle();
  tellOfDiscussions(workspace, '2026-12-04');
  expect(contacts(workspace)).toEqual([]);
  await all.settle();
  tellOfDiscussions(workspace, '2026-12-10');
  expect(contacts(workspace)).toMatchObject([{ id: tie, partner, on: '2026-12-09' }]);
});

test('chosen on two devices, the evening is told of once; taken out by a person, it is not told of again', async () => {
  const all = await company();
  const amina = all.amina.workspace;
  writeEvening(amina);
  writeTie(amina);
  writeTie(amina, otherTie);
  tellOfDiscussions(amina, '2026-12-04');
  expect(contacts(amina)).toHaveLength(1);
  const gone = [
    ...setFields('contacts', tie, { deleted: true }),
    ...[tie, otherTie].flatMap((id) => setFields('discussionPartners', id, { deleted: true })),
  ];
  amina.commit(gone, 'everyone');
  await all.settle();
  tellOfDiscussions(amina, '2026-12-05');
  await all.settle();
  expect(contacts(amina)).toEqual([]);
});

test('a partner whom somebody outside the core team planted becomes a contact in their name, and in nobody else’s', async () => {
  const all = await company();
  const amina = all.amina.workspace;
  const ruth = all.ruth.workspace;
  writeEvening(amina);
  await all.until(() => ruth.tables.get('discussionPlans', plan) !== undefined);
  writeTie(ruth);
  await all.until(() => ties(amina).length > 0);
  tellOfDiscussions(amina, '2026-12-04');
  expect(contacts(amina)).toEqual([]);

  tellOfDiscussions(ruth, '2026-12-04');
  await all.until(() => contacts(amina).length > 0);
  expect(amina.tables.writtenBy('contacts', tie, 'on')?.member).toBe(ruth.me);
});

test('a partner who was deleted becomes no contact', async () => {
  const all = await company();
  const amina = all.amina.workspace;
  writeEvening(amina);
  writeTie(amina);
  const gone = { table: 'partners', record: partner, field: 'deleted', value: true };
  amina.commit([gone], 'everyone');
  tellOfDiscussions(amina, '2026-12-04');
  expect(contacts(amina)).toEqual([]);
});
