/**
 * People say to their planners what they can give; the planner's device tells a sum. The devices are
 * whole and talk to a server; only the screen is missing.
 */

import {
  type Given,
  type GivenSum,
  givenSumFields,
  readFields,
  setFields,
} from '@alongside/practice';
import { expect, test } from 'vitest';
import { createContractRelay } from '../../../../vault/testing/contract-relay.ts';
import { type Person, people } from '../../../../vault/testing/people.ts';
import { only } from '../../../ui/only.ts';
import { type Planners, plannersOf, readOwnOffer, readPlanning } from '../../../ui/planners.ts';
import { dropDraft, keepChosen, type OfferValues, sayOffer, takeBack } from '../mine/say-offer.ts';
import { groundsOf, keepDesk } from './planners-desk.ts';

const server = 'https://relay.example';
const names = ['ruth', 'amina', 'sam', 'leila', 'noor', 'omar', 'zoe'] as const;

const offer = (usual: OfferValues['usual'], more: Partial<OfferValues> = {}): OfferValues => ({
  ...{ usual, steppedBack: false, away: [], skills: [], sayName: false },
  ...more,
});

/** Ruth begins the workspace, plans, and is the only one of the core team here. */
async function team(count = 7) {
  const all = await people({ ...createContractRelay(), server }, ...names.slice(0, count));
  await all.settle();
  const ruth = all.people[0] as Person;
  const { workspace } = ruth;
  const made = await workspace.together.setCircle('new', [workspace.me]);
  if (made.type !== 'CircleMade') throw new Error(made.type);
  const { circle } = made;
  // The core team reads it in life; here everyone, so that each can say something without being let in.
  workspace.commit(setFields('planning', only, { circle }), 'everyone');
  await all.until(() => all.people.every((person) => planners(person) !== null));
  const stop = keepDesk(workspace, { today: () => '2026-11-26', weekend: () => 'sat-sun' });
  return { ...all, ruth, circle, stop };
}

const planners = ({ workspace }: Person): Planners | null =>
  plannersOf(workspace.tables, workspace.together.get());

const say = (person: Person, values: OfferValues) =>
  sayOffer(person.workspace, values, planners(person));

const sums = ({ workspace }: Person): readonly GivenSum[] =>
  workspace.tables.all('givenSums').map((record) => readFields(givenSumFields, record));

const saidTo = ({ workspace }: Person) => readPlanning(workspace.tables).said;

test('until five have said there is a count and no sum; then there is one, of all who said', async () => {
  const { people: all, ruth, until, settle } = await team(6);
  for (const person of all.slice(0, 4)) say(person, offer('day'));
  await until(() => saidTo(ruth) === 4);
  await settle();
  expect(sums(ruth)).toEqual([]);
  for (const person of all.slice(4)) say(person, offer('day'));
  await until(() => sums(ruth).length === 1);
  await settle();
  expect(sums(ruth)).toHaveLength(1);
  // Of five or of six: a sum is told as soon as it may be.
  expect(sums(ruth)[0]).toMatchObject({ on: '2026-11-26' });
  expect([10, 12]).toContain(sums(ruth)[0]?.halfDays);
});

test('who does not plan reads neither what another gives nor what went into a sum', async () => {
  const { people: all, ruth, until, settle } = await team();
  for (const person of all) say(person, offer('half-day', { skills: ['x'], sayName: true }));
  await until(() => sums(ruth).length === 1 && saidTo(ruth) === 7);
  await settle();
  for (const { workspace } of all.slice(1)) {
    expect(workspace.tables.all('offers')).toEqual([]);
    expect(workspace.tables.all('sumGrounds')).toEqual([]);
    expect(workspace.tables.all('ownOffers')).toHaveLength(1);
    expect(readOwnOffer(workspace)).toMatchObject({ usual: 'half-day', skills: ['x'] });
  }
});

test('what is chosen and left is kept for its writer alone, and the planners read it once it is said', async () => {
  const { people: all, ruth, until, settle } = await team(2);
  const [, amina] = all as [Person, Person];
  keepChosen(amina.workspace, offer('half-day'));
  expect(readOwnOffer(amina.workspace)).toMatchObject({ usual: 'half-day', draft: null });
  await settle();
  expect(ruth.workspace.tables.all('offers')).toEqual([]);
  say(amina, offer('half-day'));
  const read = () => ruth.workspace.tables.all('offers')[0]?.usual;
  await until(() => read() === 'half-day');
  keepChosen(amina.workspace, offer('day', { skills: ['x'] }));
  await settle();
  expect(read()).toBe('half-day');
  // What was said stands as they read it, the draft beside it.
  expect(readOwnOffer(amina.workspace)).toMatchObject({
    usual: 'half-day',
    skills: [],
    draft: { usual: 'day', skills: ['x'] },
  });
  dropDraft(amina.workspace);
  expect(readOwnOffer(amina.workspace)).toMatchObject({ usual: 'half-day', draft: null });
  keepChosen(amina.workspace, offer('day'));
  say(amina, offer('day'));
  await until(() => read() === 'day');
  keepChosen(amina.workspace, offer('more'));
  takeBack(amina.workspace);
  await settle();
  expect(readOwnOffer(amina.workspace)).toMatchObject({ usual: 'more', circle: null, draft: null });
  expect(read()).not.toBe('more');
});

test('one who changes, steps back or takes it back alone brings no new sum; five do', async () => {
  const { people: all, ruth, until, settle } = await team();
  for (const person of all) say(person, offer('day'));
  await until(() => saidTo(ruth) === 7 && sums(ruth).length === 1);
  const [, amina, sam, leila] = all as [Person, Person, Person, Person];
  say(amina, offer('more'));
  say(sam, offer('day', { steppedBack: true }));
  takeBack(leila.workspace);
  await until(() => saidTo(ruth) === 6);
  await settle();
  expect(sums(ruth)).toHaveLength(1);
  expect(readOwnOffer(leila.workspace)).toMatchObject({ usual: 'day', circle: null });
  for (const person of all) say(person, offer('half-day'));
  await until(() => sums(ruth).length === 2);
  await settle();
  const [first, second] = groundsOf(ruth.workspace.tables) as [Given, Given];
  const changed = [...first.keys()].filter((one) => first.get(one) !== second.get(one));
  expect(changed.length).toBeGreaterThanOrEqual(5);
});

test('with no network nothing is told; afterwards it is told once', async () => {
  const { people: all, ruth, until, settle } = await team(6);
  for (const person of all.slice(1)) say(person, offer('day'));
  await until(() => sums(ruth).length === 1);
  await settle();
  ruth.network.isCut = true;
  for (const person of all.slice(1)) say(person, offer('half-day'));
  ruth.workspace.commit(setFields('planning', ruth.workspace.newId(), { said: 0 }), 'everyone');
  await ruth.workspace.settled();
  expect(sums(ruth)).toHaveLength(1);
  ruth.network.isCut = false;
  await until(() => sums(ruth).length === 2);
  await settle();
  expect(sums(ruth)).toHaveLength(2);
});

test('somebody who left is not counted any more', async () => {
  const { people: all, ruth, until, settle } = await team(3);
  for (const person of all) say(person, offer('day'));
  await until(() => saidTo(ruth) === 3);
  await settle();
  const sam = all[2] as Person;
  const members = [sam.workspace.me];
  expect(await ruth.workspace.together.remove({ members, devices: [] })).toBeUndefined();
  await until(() => saidTo(ruth) === 2);
});

test('a record that is written for everyone by somebody else is no offer to the planners', async () => {
  const { people: all, ruth, until, settle } = await team(3);
  const [, amina, sam] = all as [Person, Person, Person];
  say(amina, offer('day'));
  await until(() => saidTo(ruth) === 1);
  const record = sam.workspace.newId();
  sam.workspace.commit(setFields('offers', record, { usual: 'more' }), 'everyone');
  await until(() => ruth.workspace.tables.get('offers', record) !== undefined);
  await settle();
  expect(saidTo(ruth)).toBe(1);
});

test('who plants a record in my name, or writes into my circle, neither reads what I give nor changes it', async () => {
  const { people: all, until, settle } = await team(3);
  const [, amina, sam] = all as readonly [Person, Person, Person];
  const { me, onlyMe } = sam.workspace;
  const planted = setFields('ownOffers', me, { usual: 'more' });
  amina.workspace.commit(planted, 'everyone');
  if (onlyMe !== 'everyone') amina.workspace.envelopes.give(planted, [onlyMe.circle]);
  await until(() => sam.workspace.tables.get('ownOffers', me) !== undefined);
  say(sam, offer('half-day', { away: [{ from: '2026-12-01', until: '2026-12-02' }] }));
  await settle();
  expect(readOwnOffer(sam.workspace)).toMatchObject({ usual: 'half-day', away: [{}] });
  const seen = amina.workspace.tables.all('ownOffers');
  expect(seen.map(({ usual }) => usual)).toEqual(['more']);
  expect(seen.some((record) => 'away' in record)).toBe(false);
});
