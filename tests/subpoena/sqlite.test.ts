/**
 * H01, feature 1: two people work through a server of their own, in a process as an operator runs it, on
 * SQLite. Then everything that it has is searched: its files while it runs and afterwards, all that it
 * printed, a backup of it as it is sealed and as its key opens it. None of two hundred words, no name, no
 * token, no six words, no address and no browser's name is in any of it, in any form.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tables } from '@alongside/practice';
import { type KeptWorkspace, vaultHere } from '@alongside/vault/kept';
import { createMemoryStorage } from '@alongside/vault/memory-storage';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, expect, test } from 'vitest';
import { backupStreams, restoreStreams } from '../../cli/commands/relay-backup.ts';
import { startCommand } from '../../cli/running.ts';
import { machineNetwork } from '../../vault/sync/network.ts';
import { canaries, needlesOf } from './canaries.ts';
import { fieldCount, plantedWord, readsAll, writeEverywhere } from './everywhere.ts';
import { bytes, type Needle, text } from './forms.ts';
import { scanBytes, scanFolder } from './scan.ts';

const folder = mkdtempSync(join(tmpdir(), 'alongside-subpoena-'));
afterAll(() => rmSync(folder, { recursive: true }));

const six = 'zoo zone youth young yellow year';
/** What a browser says of itself, and what a proxy says of who stands behind it. */
const told = {
  'user-agent': 'canary-agent/1.0 (of nobody else)',
  referer: 'https://canary-referer.example/asks/of-nobody',
  'accept-language': 'qzx-canary-language',
  'x-forwarded-for': '2001:db8:c0de:cafe:1234:5678:9abc:def0, 203.0.113.177',
  forwarded: 'for="[2001:db8:c0de:cafe:1234:5678:9abc:def0]"',
  cookie: 'canary-cookie=of-nobody-else',
};
const addresses: readonly Needle[] = [
  text('203.0.113.177'),
  text('2001:db8:c0de:cafe:1234'),
  bytes('the address', Buffer.from('20010db8c0decafe123456789abcdef0', 'hex')),
];

const tokens = new Set<string>();
const streams = new Set<string>();
/** The machine's own network; what it sends has all of that in it, and every token is noted. */
const network = {
  ...machineNetwork,
  fetch: ((input, init) => {
    const request = new Request(input, init);
    const token = request.headers.get('authorization')?.replace('Bearer ', '');
    if (token) tokens.add(token);
    const stream = /\/v1\/stream\/([\w-]{22})/.exec(request.url)?.[1];
    if (stream) streams.add(stream);
    for (const [name, value] of Object.entries(told)) request.headers.set(name, value);
    return fetch(request, init?.signal ? { signal: init.signal } : {});
  }) satisfies typeof fetch,
};

function vault() {
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  return vaultHere({ storage: createMemoryStorage(), random, now: Date.now, network });
}

function opened(outcome: KeptWorkspace | { readonly type: string }): KeptWorkspace {
  if ('type' in outcome) throw new Error(outcome.type);
  return outcome;
}

/** Resolves once it holds of what the workspace knows. */
function until(one: KeptWorkspace, holds: () => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = () => holds() && resolve();
  const forget = [
    one.together.subscribe(look),
    one.safety.subscribe(look),
    ...Object.keys(tables).map((table) => one.tables.subscribe(table, look)),
  ];
  look();
  return promise.finally(() => {
    for (const stop of forget) stop();
  });
}

/** Lets somebody of this name in by a link, into the core team too; gives the link's secret as well. */
async function comeIn(host: KeptWorkspace, name: string) {
  const invited = await host.together.invite('member');
  if (invited.type !== 'Invited') throw new Error(invited.type);
  const { fragment } = invited;
  const { signal } = new AbortController();
  const turn = vault().joinByInvitation({ fragment, name, words: six, signal });
  await turn.fourWords;
  await host.together.look();
  const [request] = host.together.get().requests;
  expect(request?.name).toBe(name);
  const id = request?.id ?? '';
  expect(await host.together.approve([id], [id])).toBeUndefined();
  return { guest: opened(await turn.done), fragment };
}

test('H01: two people work through a server on SQLite, and nothing that was seized says what about', {
  timeout: 180_000,
}, async () => {
  const data = join(folder, 'data');
  const running = await startCommand('relay', '--port', '0', '--data', data);
  const { address: server, voucher } = running;
  const words = canaries(fieldCount + 20);
  const [hers, his, ...rest] = words as [string, string, ...string[]];
  expect(rest.length).toBeGreaterThan(fieldCount);

  const amina = opened(await vault().keep({ words: six }));
  expect(await amina.together.serve({ server, voucher })).toBeUndefined();
  amina.commit([{ table: 'names', record: amina.me, field: 'name', value: hers }], 'everyone');
  const { guest: ruth, fragment } = await comeIn(amina, his);
  const written = writeEverywhere([amina, ruth], rest);
  const both = [amina, ruth];
  for (const one of both) {
    await one.settled();
    await until(one, () => one.safety.get().type === 'SavedOnServer');
  }
  // Each reads what the other wrote: it did go over the server.
  const shared = written.filter(({ readers }) => readers === 'everyone' || readers === 'coreTeam');
  expect(shared.length).toBeGreaterThan(100);
  for (const one of both) await until(one, () => readsAll(one, shared));
  const kit = await amina.createRecoveryKit('en', six);
  if ('type' in kit) throw new Error(kit.type);
  const { me } = ruth.together.get();
  expect(await amina.together.remove({ members: [me], devices: [] })).toBeUndefined();
  await until(ruth, () => ruth.together.get().removed);

  const identity = await generateX25519Identity();
  const key = join(folder, 'key.txt');
  writeFileSync(key, identity);
  const said: string[] = [];
  const io = {
    stdout: (line: string) => void said.push(line),
    stderr: (line: string) => void said.push(line),
  };
  const sealed = join(folder, 'streams.age');
  expect(
    await backupStreams([sealed, '--to', await identityToRecipient(identity), '--data', data], io),
  ).toBe(0);
  const back = join(folder, 'back');
  expect(await restoreStreams([sealed, '--identity', key, '--data', back], io)).toBe(0);
  for (const one of both) await one.lock();

  const secrets = [...tokens].map((token, at) =>
    bytes(`token ${at}`, Buffer.from(token, 'base64url')),
  );
  expect(secrets.length).toBeGreaterThan(4);
  const needles = [
    ...needlesOf(words),
    text(plantedWord),
    ...secrets,
    ...Object.values(told).map((value) => text(value)),
    ...addresses,
    text(six),
    text(kit.words.join(' ')),
    bytes('the secret of the link', Buffer.from(fragment, 'base64url').subarray(2, 18)),
  ];
  // The voucher is the operator's own: it stands in a file of theirs, and in the address that was printed.
  expect(tokens).toContain(voucher);
  const live = scanFolder(data, needles).filter(({ file }) => file !== 'voucher');
  const names = [...streams].map((name) => text(name));
  const liveNames = scanFolder(data, names);
  expect(await running.stop()).toBe(0);
  expect(live).toEqual([]);
  rmSync(join(data, 'voucher'));
  const printed = running.said().replace(voucher, '') + said.join('');
  expect(scanBytes(Buffer.from(printed), needles)).toEqual([]);
  expect(scanFolder(folder, needles)).toEqual([]);
  // The same search finds what is there: the names of the streams, in the log of the database while it
  // runs, and in the database afterwards and in the backup.
  const places = [...liveNames, ...scanFolder(folder, names)].map(({ file }) => file);
  for (const place of ['relay.db-wal', 'data/relay.db', 'back/relay.db']) {
    expect(places).toContain(place);
  }
});
