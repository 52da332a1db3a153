/**
 * People in one workspace through a real relay, each with a vault of their own in memory: in by a link,
 * into the core team, both write, one is ended. What a page sees, without a page.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isCannotOpen, openSqliteStore, serve } from '@alongside/relay';
import { type KeptWorkspace, vaultHere } from '@alongside/vault/kept';
import { createMemoryStorage } from '@alongside/vault/memory-storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocalTabs } from '../../vault/kept/tabs.ts';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const folder = mkdtempSync(join(tmpdir(), 'alongside-people-'));
const voucher = random(32);
let address = '';
let stop = async () => {};

beforeAll(async () => {
  const store = openSqliteStore(folder, {
    now: Date.now,
    onFatal: (reason) => expect.fail(reason),
  });
  if (isCannotOpen(store)) throw new Error(store.type);
  const hash = createHash('sha256').update(voucher).digest();
  await store.addVoucher({ hash, streams: 100, quota: { bytes: 1 << 30, children: 1000 } });
  const served = await serve(null, 0, { store });
  if ('type' in served) throw new Error(served.type);
  address = served.address.replace(/\/$/, '');
  stop = async () => {
    await served.stop();
    await store.close();
  };
});

afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

const six = 'abandon ability able about above absent';

function vault() {
  return vaultHere({ storage: createMemoryStorage(), random, now: Date.now });
}

async function begun(): Promise<KeptWorkspace> {
  const workspace = await vault().keep({ words: six });
  if ('type' in workspace) throw new Error(workspace.type);
  const voucherText = voucher.toBase64({ alphabet: 'base64url', omitPadding: true });
  expect(await workspace.together.serve({ server: address, voucher: voucherText })).toBeUndefined();
  return workspace;
}

/** Waits for a condition that news from elsewhere makes true. */
async function until(workspace: KeptWorkspace, met: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 400 && !met(); tries += 1) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, 50);
      const forget = workspace.together.subscribe(done);
      function done() {
        clearTimeout(timer);
        forget();
        resolve();
      }
    });
  }
  expect(met(), what).toBe(true);
}

function write(workspace: KeptWorkspace, table: string, title: string, core = false): string {
  const record = workspace.newId();
  const audience = core ? workspace.coreTeam : 'everyone';
  workspace.commit([{ table, record, field: 'title', value: title }], audience);
  return record;
}

async function comeIn(host: KeptWorkspace, name: string, core: boolean): Promise<KeptWorkspace> {
  const invited = await host.together.invite('member');
  if (invited.type !== 'Invited') throw new Error(invited.type);
  const stopped = new AbortController();
  const turn = vault().joinByInvitation({
    fragment: invited.fragment,
    name,
    words: six,
    signal: stopped.signal,
  });
  const words = await turn.fourWords;
  await host.together.look();
  const [request] = host.together.get().requests;
  expect(request?.name).toBe(name);
  expect(request?.words).toEqual(words);
  const id = request?.id ?? '';
  expect(await host.together.approve([id], core ? [id] : [])).toBeUndefined();
  const workspace = await turn.done;
  if ('type' in workspace) throw new Error(workspace.type);
  return workspace;
}

describe('several people on one server', { timeout: 120_000 }, () => {
  it('a person comes in by a link, sees what was there, and both read what each writes', async () => {
    const amina = await begun();
    const before = write(amina, 'stories', 'From before');
    const ruth = await comeIn(amina, 'Ruth', false);
    await until(ruth, () => ruth.tables.get('stories', before) !== undefined, 'Ruth reads it');
    expect(ruth.tables.get('stories', before)?.title).toBe('From before');
    const after = write(ruth, 'stories', 'From Ruth');
    await until(amina, () => amina.tables.get('stories', after) !== undefined, 'Amina reads Ruth');
    expect(amina.together.get().people.filter(({ active }) => active)).toHaveLength(2);
    await amina.lock();
    await ruth.lock();
  });

  it('who is let into the core team sees what it had, and who is not sees nothing of it', async () => {
    const amina = await begun();
    const ask = write(amina, 'asks', 'Four interpreters', true);
    const ruth = await comeIn(amina, 'Ruth', true);
    await until(ruth, () => ruth.tables.get('asks', ask) !== undefined, 'Ruth reads the ask');
    const li = await comeIn(amina, 'Li', false);
    const second = write(ruth, 'asks', 'A second one', true);
    await until(amina, () => amina.tables.get('asks', second) !== undefined, 'Amina reads it');
    expect(li.tables.all('asks')).toEqual([]);
    for (const workspace of [amina, ruth, li]) await workspace.lock();
  });

  it('who keeps something in one tab takes nothing from another tab that waits to be let in', async () => {
    const amina = await begun();
    const invited = await amina.together.invite('member');
    if (invited.type !== 'Invited') throw new Error(invited.type);
    const here = {
      storage: createMemoryStorage(),
      random,
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
    const amina = await begun();
    const ruth = await comeIn(amina, 'Ruth', true);
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
