/**
 * What a member outside the core team seals to its circle, or writes where something of ours is going to be,
 * through a real relay: it clears nothing, is handed out by nobody, and takes no visitor's words in.
 */
import {
  askChanges,
  checkSender,
  isUnverified,
  publicPageChanges,
  setFields,
} from '@alongside/practice';
import type { Change } from '@alongside/vault';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { openVisit } from '@alongside/vault/visit';
import { afterAll, expect, test } from 'vitest';
import { people } from '../../vault/testing/people.ts';
import { pickUp } from '../../web/rooms/asks/pick-up.ts';
import { makeLink } from '../../web/rooms/asks/public-page/make-link.ts';
import { endPage, openPages, whosePages } from '../../web/rooms/asks/public-page/say-page.ts';
import { readArrival } from '../../web/ui/arrivals.ts';
import { startRelay } from './real-relay.ts';

const relay = await startRelay();
afterAll(() => relay.stop());

const words = { us: 'Harbor (example)', about: '', instead: '', pausedOn: null };
const far = '2099-01-01';

/** Ruth is let in, and not into the core team. */
async function withRuth() {
  const company = await people(relay, 'amina', 'ruth');
  await company.settle();
  const { workspace } = company.amina;
  const ruth = company.ruth.workspace;
  const team = (now: KeptWorkspace) =>
    now.together.get().circles.find(({ kind }) => kind === 'core-team');
  expect(team(workspace)?.members).not.toContain(ruth.me);
  /** Seals changes to the core team, as no page of ours does for her. */
  const plant = (changes: readonly unknown[]) =>
    ruth.envelopes.give(changes as readonly Change[], [team(ruth)?.id ?? '']);
  return { ...company, workspace, ruth, plant };
}

async function send(workspace: KeptWorkspace, fragment: string, ...whats: readonly string[]) {
  for (const what of whats) await answer(fragment, { from: 'Bayview (example)', what, key: '' });
  expect(workspace.tables.all('arrivals')).toEqual([]);
}

async function answer(fragment: string, says: unknown) {
  const found = await openVisit(fragment, {
    server: relay.server,
    fetch,
    isOnline: () => true,
    timeout: (milliseconds) => AbortSignal.timeout(milliseconds),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    clock: Date.now,
  });
  if ('type' in found) throw new Error(found.type);
  expect(await found.answer(says as never)).toBe(undefined);
}

test('a forged arrival clears no ask: only what the core team set aside is cleared again', async () => {
  const { workspace, plant, until, settle } = await withRuth();
  const asked = ['kept', 'aside'].map((what) => {
    const id = workspace.newId();
    workspace.commit(askChanges(id, { from: 'Bayview (example)', what }), workspace.coreTeam);
    return id;
  });
  const [kept = '', aside = ''] = asked;
  await settle();
  const arrival = (record: string) => [
    { table: 'arrivals', record, field: 'page', value: 'p' },
    { table: 'arrivals', record, field: 'setAsideOn', value: '2026-11-27' },
  ];
  plant(arrival(kept));
  await until(() => workspace.tables.get('arrivals', kept) !== undefined);
  workspace.commit(arrival(aside), workspace.coreTeam);
  const stop = pickUp(workspace);
  await until(() => workspace.tables.get('asks', aside) === undefined);
  stop();
  expect(workspace.tables.get('asks', kept)?.what).toBe('kept');
});

test('no visitor’s words go into an ask that somebody planted under the id that they would have', async () => {
  const { workspace, ruth, until, settle } = await withRuth();
  expect(await makeLink(workspace, words)).toBeUndefined();
  const [link] = openPages(workspace);
  await send(workspace, link?.fragment ?? '', 'CANARY words for the core team', 'Another ask');
  const read = await workspace.together.intakes.look(link?.secret ?? new Uint8Array());
  if (read.type !== 'IntakeRead') throw new Error(read.type);
  const [first, second] = read.replies.map(({ id }) => id);
  // Whoever sends it knows its id before it is taken in, and can tell a member here.
  ruth.commit(askChanges(first ?? '', { why: 'planted' }), 'everyone');
  await until(() => workspace.tables.get('asks', first ?? '') !== undefined);
  const stop = pickUp(workspace);
  await until(() => workspace.tables.get('asks', second ?? '') !== undefined);
  stop();
  await settle();
  for (const { tables } of [workspace, ruth]) {
    expect(JSON.stringify(tables.get('asks', first ?? ''))).not.toContain('CANARY');
    expect(tables.get('asks', first ?? '')).toMatchObject({ why: 'planted' });
  }
  expect(ruth.tables.get('asks', second ?? '')).toBeUndefined();
});

test('nor where what was planted is deleted again: who can read it stays as it was', async () => {
  const { workspace, ruth, until, settle } = await withRuth();
  expect(await makeLink(workspace, words)).toBeUndefined();
  const [link] = openPages(workspace);
  await send(workspace, link?.fragment ?? '', 'CANARY in an ask', 'CANARY on its way', 'Another');
  const read = await workspace.together.intakes.look(link?.secret ?? new Uint8Array());
  if (read.type !== 'IntakeRead') throw new Error(read.type);
  const [first = '', second = '', third = ''] = read.replies.map(({ id }) => id);
  const planted = [
    { table: 'asks', record: first },
    { table: 'arrivals', record: second },
  ];
  const write = (field: string, value: string | boolean) => {
    ruth.commit(
      planted.map((one) => ({ ...one, field, value })),
      'everyone',
    );
    return settle();
  };
  await write('page', 'planted');
  await until(() => planted.every(({ table, record }) => workspace.tables.get(table, record)));
  await write('deleted', true);
  await until(() => planted.every(({ table, record }) => !workspace.tables.get(table, record)));
  const stop = pickUp(workspace);
  await until(() => workspace.tables.get('asks', third) !== undefined);
  stop();
  await settle();
  for (const { record } of planted) {
    expect(workspace.tables.get('asks', record)).toBeUndefined();
    expect(workspace.tables.get('arrivals', record)).toBeUndefined();
  }
  await write('deleted', false);
  const seen = planted.map(({ table, record }) => ruth.tables.get(table, record));
  expect(JSON.stringify(seen)).not.toContain('CANARY');
});

test('who sent an ask is checked by the core team: whoever sent it does not check themselves', async () => {
  const { workspace, plant, until } = await withRuth();
  expect(await makeLink(workspace, words)).toBeUndefined();
  const [link] = openPages(workspace);
  await send(workspace, link?.fragment ?? '', 'An ask');
  const stop = pickUp(workspace);
  await until(() => workspace.tables.all('arrivals').length > 0);
  stop();
  const [ask] = workspace.tables.all('asks');
  const how = 'I rang them, all is well';
  plant(checkSender(ask?.id ?? '', how, '2026-11-27'));
  const stored = () => workspace.tables.all('arrivals')[0];
  await until(() => stored()?.checkedHow === how);
  const arrival = () =>
    readArrival(workspace.together.get(), workspace.tables, stored() ?? { id: '' });
  expect(arrival()).toMatchObject({ checkedOn: null, checkedHow: '' });
  expect(isUnverified(arrival())).toBe(true);
  workspace.commit(checkSender(ask?.id ?? '', 'By phone', '2026-11-28'), workspace.coreTeam);
  expect(arrival()).toMatchObject({ checkedOn: '2026-11-28', checkedHow: 'By phone' });
});

test('a planted link of our public page is not handed out, nor one that was changed; both can be ended', async () => {
  const { workspace, plant, until, settle } = await withRuth();
  expect(await makeLink(workspace, words)).toBeUndefined();
  expect(await makeLink(workspace, words)).toBeUndefined();
  const [ours, changed] = openPages(workspace);
  if (!ours || !changed) throw new Error('Must hold: two links');
  await settle();
  const planted = workspace.newId();
  const theirs = { fragment: 'leads-to-them', until: far };
  const secret = crypto.getRandomValues(new Uint8Array(16));
  plant(publicPageChanges(planted, { ...words, ...theirs, secret }));
  plant(publicPageChanges(changed.id, theirs));
  await until(() => openPages(workspace).filter(({ until }) => until === far).length === 2);
  const now = whosePages(workspace);
  expect(now.ours.map(({ id }) => id)).toEqual([ours.id]);
  expect(now.others.map(({ id }) => id).sort()).toEqual([planted, changed.id].sort());
  for (const page of now.others) expect(await endPage(workspace, page)).toBeUndefined();
  expect(openPages(workspace).map(({ id }) => id)).toEqual([ours.id]);
});

test('fifty pieces of nonsense hold no ask back that was sent after them', async () => {
  const { workspace, until } = await withRuth();
  expect(await makeLink(workspace, words)).toBeUndefined();
  const [link] = openPages(workspace);
  // Without who asks or for what it is no ask.
  await send(workspace, link?.fragment ?? '', ...Array.from({ length: 50 }, () => ' '), 'An ask');
  const stop = pickUp(workspace);
  await until(() => workspace.tables.all('arrivals').length > 0);
  stop();
  expect(workspace.tables.all('asks').map(({ what }) => what)).toEqual(['An ask']);
});

test('whoever has left the core team takes in nothing for it: what they could not send would wait for good', async () => {
  const { workspace, ruth, until, settle } = await withRuth();
  const team = ruth.together.get().circles.find(({ kind }) => kind === 'core-team')?.id ?? '';
  const ruthIsIn = (is: boolean) => {
    const circle = ruth.together.get().circles.find(({ id }) => id === team);
    return circle?.members.includes(ruth.me) === is && (circle.readable || !is);
  };
  await workspace.together.setCircle(team, [workspace.me, ruth.me]);
  await until(() => ruthIsIn(true));
  const made = await workspace.together.setCircle('new', [workspace.me, ruth.me]);
  if (made.type !== 'CircleMade') throw new Error(made.type);
  const ends = { notice: Date.now() + 86_400_000, inbox: Date.now() + 86_400_000 };
  const open = async (kind: 'ask' | 'call', table: string, circle: string) => {
    const opened = await workspace.together.intakes.open(kind, {}, ends, circle);
    if (opened.type !== 'IntakeOpened') throw new Error(opened.type);
    const { secret, fragment } = opened;
    const link = setFields(table, workspace.newId(), { secret, fragment, circle, until: far });
    workspace.commit(link as never, workspace.coreTeam);
    return fragment;
  };
  await answer(await open('ask', 'askPages', team), { answer: 'yes', from: 'Bayview (example)' });
  await answer(await open('call', 'calls', made.circle), { answer: 'can' });
  await until(() => ruth.tables.all('askPages').length + ruth.tables.all('calls').length === 2);
  await workspace.together.setCircle(team, [workspace.me]);
  await until(() => ruthIsIn(false));
  // Calls are looked into after asks of ours: what came to both would be here.
  const stop = pickUp(ruth);
  await until(() => ruth.tables.all('callReplies').length > 0);
  stop();
  expect(ruth.tables.all('askReplies')).toEqual([]);
  await settle();
});
