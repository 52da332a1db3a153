/**
 * What comes in by pages for people with nothing installed, through a real relay: whole devices without a
 * screen pick it up, as much in one look as a day can bear, once, and never again what was set aside.
 */
import {
  arrivalFields,
  askFields,
  checkSender,
  noticeOfPublicPage,
  publicPageChanges,
  readFields,
  setAside,
} from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { openVisit, type VisitContext } from '@alongside/vault/visit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pickUp } from '../../web/rooms/asks/pick-up.ts';
import { makeLink } from '../../web/rooms/asks/public-page/make-link.ts';
import { openPages, sayPage } from '../../web/rooms/asks/public-page/say-page.ts';
import { begun, until } from './kept-people.ts';
import { type RealRelay, startRelay } from './real-relay.ts';

let relay: RealRelay;
beforeAll(async () => {
  relay = await startRelay();
});
afterAll(() => relay.stop());

const context = (): VisitContext => ({
  server: relay.server,
  fetch,
  isOnline: () => true,
  timeout: (milliseconds) => AbortSignal.timeout(milliseconds),
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  clock: Date.now,
});
const page = { us: 'Harbor (example)', about: '', instead: '', pausedOn: null };
const letter = { from: 'Bayview (example)', what: 'A hall', key: '' };

async function send(fragment: string, ...letters: readonly unknown[]): Promise<void> {
  const found = await openVisit(fragment, context());
  if ('type' in found) throw new Error(found.type);
  for (const says of letters) expect(await found.answer(says as never)).toBeUndefined();
}

/** One look: another one begins with each time that it is begun. */
async function look(workspace: KeptWorkspace, isDone: () => boolean, what: string): Promise<void> {
  const stop = pickUp(workspace);
  await until(workspace, isDone, what);
  stop();
}

async function withPage() {
  const workspace = await begun(relay);
  expect(await makeLink(workspace, page)).toBeUndefined();
  const [link] = openPages(workspace);
  if (!link) throw new Error('Must hold: a link');
  const asks = () => workspace.tables.all('asks').map((record) => readFields(askFields, record));
  return { workspace, link, asks };
}

describe('picking up', () => {
  it('takes fifty in of a flood in one look, the rest in the next, and nothing twice', async () => {
    const { workspace, link, asks } = await withPage();
    const flood = Array.from({ length: 53 }, (_, n) => ({ ...letter, what: `Ask ${n}` }));
    await send(link.fragment, 'no ask at all', ...flood);
    await look(workspace, () => asks().length > 0, 'something came');
    expect(asks()).toHaveLength(50);
    await look(workspace, () => asks().length > 50, 'the rest came');
    await send(link.fragment, { ...letter, what: 'The last' });
    await look(workspace, () => asks().some(({ what }) => what === 'The last'), 'the last came');
    expect(asks().map(({ what }) => what)).toEqual([...flood.map(({ what }) => what), 'The last']);
    expect(workspace.tables.all('arrivals')).toHaveLength(54);
  });

  it('takes a letter that was sent twice once, and of two letters both', async () => {
    const { workspace, link, asks } = await withPage();
    const once = { ...letter, key: 'one' };
    await send(link.fragment, once, once, { ...letter, key: 'two' });
    await look(workspace, () => asks().length > 0, 'they came');
    expect(asks()).toHaveLength(2);
    await send(link.fragment, once, { ...letter, key: 'three' });
    await look(workspace, () => asks().length > 2, 'the third came');
    expect(asks()).toHaveLength(3);
  });

  it('does not bring back what was set aside, deleted or checked', async () => {
    const { workspace, link, asks } = await withPage();
    await send(link.fragment, ...['a', 'b', 'c'].map((what) => ({ ...letter, what })));
    await look(workspace, () => asks().length === 3, 'they came');
    const [threat, deleted, checked] = asks();
    if (!threat || !deleted || !checked) throw new Error('Must hold: three');
    const arrival = readFields(
      arrivalFields,
      workspace.tables.get('arrivals', threat.id) ?? { id: '' },
    );
    const stored = workspace.tables.get('asks', threat.id) ?? {};
    const { kept, cleared } = setAside(workspace.newId(), threat, arrival, stored, '2026-11-27');
    workspace.commit(kept, workspace.onlyMe);
    workspace.commit(cleared, workspace.coreTeam);
    const gone = { table: 'asks', record: deleted.id, field: 'deleted', value: true };
    workspace.commit([gone, ...checkSender(checked.id, '', '2026-11-27')], workspace.coreTeam);
    await send(link.fragment, { ...letter, what: 'd' });
    await look(workspace, () => asks().some(({ what }) => what === 'd'), 'the next came');
    expect(asks().map(({ what }) => what)).toEqual(['c', 'd']);
    expect(workspace.tables.get('arrivals', checked.id)?.checkedOn).toBe('2026-11-27');
    expect(workspace.tables.all('setAside').map(({ message }) => message)).toEqual([threat.text]);

    // A device that was away writes what it had picked up before it heard of that.
    const late = { table: 'asks', record: threat.id, field: 'text', value: threat.text };
    workspace.commit([late, { ...gone, record: threat.id, value: false }], workspace.coreTeam);
    expect(asks().some(({ text }) => text === threat.text)).toBe(true);
    await look(workspace, () => asks().length === 2, 'it is gone again');
  });

  it('goes on past a page whose last day is no day, and one whose secret leads nowhere', async () => {
    const { workspace, link, asks } = await withPage();
    for (const endedOn of ['2026-99-99', null]) {
      const secret = crypto.getRandomValues(new Uint8Array(16));
      const forged = { ...page, secret, fragment: 'x', until: '2027-01-01', endedOn };
      workspace.commit(publicPageChanges(workspace.newId(), forged), workspace.coreTeam);
    }
    await send(link.fragment, letter);
    await look(workspace, () => asks().length === 1, 'it came');
    expect(asks()).toHaveLength(1);
  });

  it('takes in a line that is cut in the middle of an emoji, and with it what came by the other link', async () => {
    const { workspace, link, asks } = await withPage();
    expect(await makeLink(workspace, page)).toBeUndefined();
    await send(link.fragment, { ...letter, reach: `${'a'.repeat(299)}🙂` });
    await send(openPages(workspace).at(-1)?.fragment ?? '', letter);
    const [first] = openPages(workspace);
    workspace.commit(publicPageChanges(first?.id ?? '', { sealedUnder: 0 }), workspace.coreTeam);
    const isSaid = () => openPages(workspace).every(({ sealedUnder }) => sealedUnder !== 0);
    await look(workspace, () => asks().length === 2 && isSaid(), 'both came');
    const reach = workspace.tables.all('arrivals').map((arrival) => arrival.reach);
    expect(reach).toEqual(['a'.repeat(299), '']);
  });

  it('says the page under the key that the core team has now, once', async () => {
    const { workspace, link } = await withPage();
    workspace.commit(publicPageChanges(link.id, { sealedUnder: 0 }), workspace.coreTeam);
    const sealedUnder = () => openPages(workspace)[0]?.sealedUnder;
    await look(workspace, () => sealedUnder() === link.sealedUnder, 'it is said anew');
  });

  it('takes nothing in of a page that was paused and ended, beyond the day after', async () => {
    const { workspace, link, asks } = await withPage();
    expect(await sayPage(workspace, { pausedOn: '2026-11-27' })).toBeUndefined();
    const paused = await openVisit(link.fragment, context());
    expect(paused).toMatchObject({ says: { ...noticeOfPublicPage(page), paused: true } });
    await send(link.fragment, letter);
    workspace.commit(publicPageChanges(link.id, { endedOn: '2026-01-01' }), workspace.coreTeam);
    // A further link is looked into after it: once what came by that is there, this one's would be too.
    expect(await makeLink(workspace, page)).toBeUndefined();
    const further = openPages(workspace).at(-1);
    await send(further?.fragment ?? '', { ...letter, what: 'By the other' });
    await look(workspace, () => asks().length > 0, 'the other came');
    expect(asks().map(({ what }) => what)).toEqual(['By the other']);
  });
});
