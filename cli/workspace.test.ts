/** A member at the command line, beside one in an application, over a real relay. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KeptWorkspace, vaultHere } from '@alongside/vault/kept';
import { createMemoryStorage } from '@alongside/vault/memory-storage';
import { wordLists } from '@alongside/vault/words';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workspace as command } from './commands/workspace.ts';
import { type Running, startCommand } from './running.ts';

const six = 'abandon ability able about above absent';
const folder = mkdtempSync(join(tmpdir(), 'alongside-member-'));
const ours = join(folder, 'ours');
let running: Running;
let amina: KeptWorkspace;

beforeAll(async () => {
  running = await startCommand('relay', '--port', '0', '--data', join(folder, 'relay'));
  const vault = vaultHere({
    storage: createMemoryStorage(),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    now: Date.now,
  });
  const kept = await vault.keep({ words: six });
  if ('type' in kept) throw new Error(kept.type);
  amina = kept;
  const { address: server, voucher } = running;
  expect(await amina.together.serve({ server, voucher })).toBeUndefined();
});
afterAll(async () => {
  await amina.lock();
  await running.stop('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Runs the command in this process; `typed` answers what it asks. */
async function run(args: readonly string[], typed: (question: string, said: string) => string) {
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    stdout: (text: string) => void out.push(text),
    stderr: (text: string) => void err.push(text),
  };
  const code = await command(args, io, async (question) => typed(question, err.join('')));
  return { code, stdout: out.join(''), stderr: err.join('') };
}

const byWords = () => six;
const at = ['--data', ours];

/** Resolves once it holds of what Amina's application knows. */
function untilAmina(holds: () => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = () => holds() && resolve();
  const forget = [amina.together.subscribe(look), amina.tables.subscribe('asks', look)];
  look();
  return promise.finally(() => forget.map((stop) => stop()));
}

/** Lets the next who asks in, to the core team too. Gives the four words that were shown. */
async function letIn(): Promise<readonly number[]> {
  while (amina.together.get().requests.length === 0) await amina.together.look();
  const [request] = amina.together.get().requests;
  const id = request?.id ?? '';
  expect(await amina.together.approve([id], [id])).toBeUndefined();
  return request?.words ?? [];
}

async function inviteLink(): Promise<string> {
  const invited = await amina.together.invite('member');
  if (invited.type !== 'Invited') throw new Error(invited.type);
  return `https://house.example/join#${invited.fragment}`;
}

function write(table: string, field: string, value: string, core = false): string {
  const record = amina.newId();
  const audience = core ? amina.coreTeam : 'everyone';
  amina.commit([{ table, record, field, value }], audience);
  return record;
}

test('a member joins at the command line with six words of their own, and both see the same four', async () => {
  const link = await inviteLink();
  let drawn = '';
  const joining = run(['join', link, '--name', 'Li\u001b[2J', ...at], (_, said) => {
    drawn = /\n {2}((?:[a-z]+ ){5}[a-z]+)\n/.exec(said)?.[1] ?? '';
    return drawn.toUpperCase();
  });
  const four = await letIn();
  const { code, stdout, stderr } = await joining;
  expect([code, stdout]).toEqual([
    0,
    'You are in. It is kept in ours, sealed under the six words.\n',
  ]);
  for (const list of Object.values(wordLists)) {
    expect(stderr).toContain(four.map((index) => list[index]).join(' · '));
  }
  const shown = await run(['show', ...at], () => drawn);
  expect([shown.code, shown.stderr]).toEqual([0, '']);
  expect(shown.stdout).toMatch(/^Here: \(no name yet\), Li \[2J\n/);
  expect((await run(['show', ...at], byWords)).stderr).toContain('do not open it');
  rmSync(ours, { recursive: true });
});

test('what is written there is read by everyone in, and the other way round', async () => {
  const wordsFile = join(folder, 'words');
  writeFileSync(wordsFile, `${six}\n`);
  const joining = run(
    ['join', await inviteLink(), '--name', 'Script', ...at, '--words-file', wordsFile],
    byWords,
  );
  await letIn();
  expect((await joining).code).toBe(0);

  const made = await run(
    ['add-ask', '--from', 'Harbor Families', '--what', 'Four interpreters', ...at],
    byWords,
  );
  expect([made.code, made.stderr]).toEqual([0, '']);
  const id = made.stdout.trim();
  await untilAmina(() => amina.tables.get('asks', id) !== undefined);
  expect(amina.tables.get('asks', id)).toMatchObject({
    from: 'Harbor Families',
    what: 'Four interpreters',
  });
  expect(amina.tables.audienceOf('asks', id)).toEqual(amina.coreTeam);

  write('stories', 'title', 'We stand\u202e\u009b2J beside them');
  write('partners', 'name', 'South Tenants', true);
  await untilAmina(() => amina.safety.get().type === 'SavedOnServer');
  const stories = await run(['show', 'stories', ...at], byWords);
  expect(stories.stdout).toContain('  title: We stand\ufffd\ufffd2J beside them\n');
  const json = await run(['show', 'partners', '--json', ...at], byWords);
  expect(JSON.parse(json.stdout)).toMatchObject([
    { audience: 'core-team', fields: { name: 'South Tenants' } },
  ]);

  const file = join(folder, 'all.json');
  expect((await run(['export', file, ...at], byWords)).code).toBe(0);
  const text = readFileSync(file, 'utf8');
  expect(text).not.toMatch(/[\u202e\u009b]/);
  expect(JSON.parse(text)).toMatchObject({
    format: 'alongside-export',
    tables: { stories: [{ fields: { title: 'We stand\u202e\u009b2J beside them' } }] },
  });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const again = await run(['export', file, ...at], byWords);
  expect([again.code, again.stderr]).toEqual([
    1,
    'all.json: This file is there already. Choose another name.\n',
  ]);
  const kept = readdirSync(ours).map((name) => readFileSync(join(ours, name)));
  for (const word of ['Harbor Families', 'South Tenants', 'abandon']) {
    expect(Buffer.concat(kept).includes(word)).toBe(false);
  }
});

test('C02: removed, it says so plainly, shows what it read before and sends nothing', async () => {
  const me = amina.together
    .get()
    .people.find(({ id, active }) => active && amina.tables.get('names', id)?.name === 'Script');
  expect(await amina.together.remove({ members: [me?.id ?? ''], devices: [] })).toBeUndefined();
  write('stories', 'title', 'After it was ended');
  await untilAmina(() => amina.safety.get().type === 'SavedOnServer');
  const shown = await run(['show', 'stories', ...at], byWords);
  expect(shown.stderr).toContain('This machine was removed from the workspace');
  expect(shown.stdout).toContain('We stand');
  expect(shown.stdout).not.toContain('After it was ended');
  const before = amina.tables.all('asks').length;
  const asks = await run(['add-ask', '--from', 'A', '--what', 'B', ...at], byWords);
  expect([asks.code, asks.stdout]).toEqual([1, '']);
  expect(amina.tables.all('asks')).toHaveLength(before);
});

test.each([
  [[], 'alongside workspace join LINK'],
  [['join'], 'Say which invitation, and by which name'],
  [['join', 'x', '--name', 'Li'], 'This is not a whole invitation.'],
  [['show'], 'No workspace is kept in this folder.'],
  [['add-ask', '--what', 'x'], 'Say who asks'],
  [['add-ask', '--from', 'x'], 'Say what they ask for'],
  [['export'], 'Say which file to write'],
  [['show', 'a', 'b'], 'alongside workspace show'],
  [['toString'], 'alongside workspace show'],
  [['show', '--words-file', '/nowhere/words'], 'The file with the six words cannot be read.'],
])('%j is answered with a sentence', async (args, sentence) => {
  const empty = mkdtempSync(join(folder, 'empty-'));
  const words = ['--words-file', join(empty, 'words')];
  const needs = args[0] === 'join' ? [...args, ...words] : args;
  const { code, stdout, stderr } = await run([...needs, '--data', join(empty, 'data')], byWords);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain(sentence);
});
