/**
 * People in one workspace through a real relay, each with a vault of their own in memory: in by a link,
 * into the core team, both write, one is ended. What a page sees, without a page.
 */

import { vaultHere } from '@alongside/vault/kept';
import { createMemoryStorage } from '@alongside/vault/memory-storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocalTabs } from '../../vault/kept/tabs.ts';
import { begun, comeIn, six, until, write } from './kept-people.ts';
import { type RealRelay, startRelay } from './real-relay.ts';

let relay: RealRelay;

beforeAll(async () => {
  relay = await startRelay();
});

afterAll(() => relay.stop());

describe('several people on one server', { timeout: 120_000 }, () => {
  it('a person comes in by a link, sees what was there, and both read what each writes', async () => {
    const amina = await begun(relay);
    const before = write(amina, 'stories', 'From before');
    const ruth = await comeIn(amina, 'Ruth');
    await until(ruth, () => ruth.tables.get('stories', before) !== undefined, 'Ruth reads it');
    expect(ruth.tables.get('stories', before)?.title).toBe('From before');
    const after = write(ruth, 'stories', 'From Ruth');
    await until(amina, () => amina.tables.get('stories', after) !== undefined, 'Amina reads Ruth');
    expect(amina.together.get().people.filter(({ active }) => active)).toHaveLength(2);
    await amina.lock();
    await ruth.lock();
  });

  it('who is let into the core team sees what it had, and who is not sees nothing of it', async () => {
    const amina = await begun(relay);
    const ask = write(amina, 'asks', 'Four interpreters', 'coreTeam');
    const ruth = await comeIn(amina, 'Ruth', { core: true });
    await until(ruth, () => ruth.tables.get('asks', ask) !== undefined, 'Ruth reads the ask');
    const li = await comeIn(amina, 'Li');
    const second = write(ruth, 'asks', 'A second one', 'coreTeam');
    await until(amina, () => amina.tables.get('asks', second) !== undefined, 'Amina reads it');
    expect(li.tables.all('asks')).toEqual([]);
    for (const workspace of [amina, ruth, li]) await workspace.lock();
  });

  it('everyone sees for a day that a device was added to somebody, and since when each is here', async () => {
    const began = Date.now();
    const amina = await begun(relay);
    const ruth = await comeIn(amina, 'Ruth');
    const devices = () => ruth.together.get().people.flatMap((person) => person.devices);
    expect(devices().map(({ isNew }) => isNew)).toEqual([false, false]);
    for (const { since } of devices()) {
      expect(since).toBeGreaterThanOrEqual(began - 1000);
      expect(since).toBeLessThanOrEqual(Date.now() + 1000);
    }
    const kit = await amina.createRecoveryKit('en', six);
    expect(kit).not.toHaveProperty('type');
    await until(ruth, () => devices().some(({ isNew }) => isNew), 'Ruth is told of the device');
    expect(devices().map(({ kind, isNew }) => [kind, isNew])).toEqual(
      expect.arrayContaining([['kit', true]]),
    );
    expect(devices().filter(({ isNew }) => isNew)).toHaveLength(1);
    for (const workspace of [amina, ruth]) await workspace.lock();
  });

  it('who keeps something in one tab takes nothing from another tab that waits to be let in', async () => {
    const amina = await begun(relay);
    const invited = await amina.together.invite('member');
    if (invited.type !== 'Invited') throw new Error(invited.type);
    const here = {
      storage: createMemoryStorage(),
      random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
      now: Date.now,
      tabs: createLocalTabs(),
    };
    const { signal } = new AbortController();
    const { fragment } = invited;
    const turn = vaultHere(here).joinByInvitation({ fragment, name: 'Ruth', words: six, signal });
    expect(await turn.fourWords).toHaveLength(4);
    const kept = await vaultHere(here).keep({ words: six });
    if ('type' in kept) throw new Error(kept.type);
    await amina.together.look();
    const id = amina.together.get().requests[0]?.id ?? '';
    expect(await amina.together.approve([id], [])).toBeUndefined();
    const ruth = await turn.done;
    if ('type' in ruth) throw new Error(ruth.type);
    const title = write(ruth, 'stories', 'From the tab that waited');
    await until(amina, () => amina.tables.get('stories', title) !== undefined, 'Amina reads it');
    for (const workspace of [amina, ruth, kept]) await workspace.lock();
  });

  it('C02: a person who is ended reads nothing that is written from then on', async () => {
    const amina = await begun(relay);
    const ruth = await comeIn(amina, 'Ruth', { core: true });
    const known = write(amina, 'stories', 'While Ruth was here');
    await until(ruth, () => ruth.tables.get('stories', known) !== undefined, 'Ruth still reads');
    const { me } = ruth.together.get();
    expect(await amina.together.remove({ members: [me], devices: [] })).toBeUndefined();
    const secret = write(amina, 'stories', 'After she left');
    await until(amina, () => amina.together.get().waiting === 0, 'it is on the server');
    await until(ruth, () => ruth.together.get().removed, 'Ruth hears that she was removed');
    expect(ruth.tables.get('stories', secret)).toBeUndefined();
    for (const workspace of [amina, ruth]) await workspace.lock();
  });
});
