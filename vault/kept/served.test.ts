import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createContractRelay, problem } from '../testing/contract-relay.ts';
import { type Person, people, titleOf, write } from '../testing/people.ts';
import { dyingStorage } from './testing.ts';

const server = 'https://relay.example';

async function company<Names extends readonly string[]>(...names: Names) {
  const relay = createContractRelay();
  return { relay, ...(await people({ ...relay, server }, ...names)) };
}

const safetyOf = ({ workspace }: Person) => workspace.safety.get();

test('R18: what one writes the other reads, and it is called saved on the server only then', async () => {
  const { amina, ruth, until } = await company('amina', 'ruth');
  const id = write(amina, 'Stand with us');
  expect(safetyOf(amina)).toEqual({ type: 'Saving', waiting: 1 });
  expect(await amina.workspace.settled()).toMatchObject({ type: 'SavedHere' });
  await until(() => safetyOf(amina).type === 'SavedOnServer');
  await until(() => titleOf(ruth, id) === 'Stand with us');
  expect(amina.workspace.together.get().server).toMatchObject({ type: 'Reached', server });
});

test('with no network writing goes on, is held, is there after a stop, and goes out later, once', async () => {
  const { amina, ruth, until, settle } = await company('amina', 'ruth');
  await settle();
  amina.network.isCut = true;
  const id = write(amina, 'written offline');
  const text = amina.workspace.text('asks', id, 'body', 'everyone');
  text.text.insert(0, 'typed offline');
  await amina.workspace.settled();
  await until(() => {
    const state = safetyOf(amina);
    return state.type === 'SavedHere' && state.waiting?.because === 'unreachable';
  });
  await amina.reopen();
  expect(titleOf(amina, id)).toBe('written offline');
  expect(amina.workspace.text('asks', id, 'body', 'everyone').toString()).toBe('typed offline');
  expect(safetyOf(amina)).toMatchObject({ type: 'SavedHere', waiting: { changes: 2 } });
  amina.network.isCut = false;
  await until(() => safetyOf(amina).type === 'SavedOnServer');
  await until(() => ruth.workspace.text('asks', id, 'body', 'everyone').toString() !== '');
  expect(ruth.workspace.text('asks', id, 'body', 'everyone').toString()).toBe('typed offline');
  expect(titleOf(ruth, id)).toBe('written offline');
});

test('two who were both offline have one state afterwards', async () => {
  const { amina, ruth, until, settle } = await company('amina', 'ruth');
  const id = write(amina, 'before');
  await until(() => titleOf(ruth, id) === 'before');
  await settle();
  for (const { network } of [amina, ruth]) network.isCut = true;
  const field = (who: Person, name: string, value: string) =>
    who.workspace.commit([{ table: 'asks', record: id, field: name, value }], 'everyone');
  field(amina, 'title', 'amina’s');
  field(amina, 'place', 'the hall');
  field(ruth, 'title', 'ruth’s');
  field(ruth, 'when', 'Friday');
  const own = write(ruth, 'a record of her own');
  for (const { workspace } of [amina, ruth]) await workspace.settled();
  for (const { network } of [amina, ruth]) network.isCut = false;
  await settle();
  await until(() => titleOf(amina, own) !== undefined);
  await until(() => amina.workspace.tables.get('asks', id)?.when === 'Friday');
  await until(() => ruth.workspace.tables.get('asks', id)?.place === 'the hall');
  expect(amina.workspace.tables.get('asks', id)).toEqual(ruth.workspace.tables.get('asks', id));
});

test('whatever tab holds a write, every tab shows it, and the one that follows the server sends it', async () => {
  const { amina, ruth, until, settle } = await company('amina', 'ruth');
  await settle();
  const second = { workspace: await amina.tab() };
  amina.network.isCut = true;
  const id = write(second, 'from the second tab');
  await until(() => titleOf(amina, id) === 'from the second tab');
  await second.workspace.settled();
  amina.network.isCut = false;
  await until(() => titleOf(ruth, id) === 'from the second tab');
  await until(() => second.workspace.safety.get().type === 'SavedOnServer');
  const answer = write(ruth, 'an answer');
  await until(() => titleOf(second, answer) === 'an answer');
});

test('locking does not wait for a server that hangs', async () => {
  const { amina, settle } = await company('amina');
  await settle();
  amina.network.between = () => new Promise(() => {});
  amina.workspace.together.tryNow();
  const id = write(amina, 'held before the lock');
  await amina.workspace.lock();
  amina.network.between = (request, go) => go(request);
  await amina.reopen();
  expect(titleOf(amina, id)).toBe('held before the lock');
});

test('a place that was alone is served at the second try where the first answer was lost', async () => {
  const relay = createContractRelay();
  let lost = false;
  const losing: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const answer = await relay.fetch(request);
    if (lost || request.method !== 'PUT') return answer;
    lost = true;
    throw new TypeError('cut');
  };
  const made = people({ ...relay, fetch: losing, server, seed: 'one' }, 'amina');
  await expect(made).rejects.toThrow('ServerAway');
  const { amina, until } = await people({ ...relay, server, seed: 'one' }, 'amina');
  const id = write(amina, 'served after all');
  await until(() => safetyOf(amina).type === 'SavedOnServer');
  expect(titleOf(amina, id)).toBe('served after all');
});

test('why the server does not take something is told, and writing is held meanwhile', async () => {
  const { amina, until, settle } = await company('amina');
  await settle();
  const portal = () => new Response('<html>', { headers: { 'content-type': 'text/html' } });
  for (const [because, answer] of [
    ['captive-portal', portal],
    ['busy', () => problem(503)],
    ['full', () => problem(507)],
    ['refused', () => problem(403)],
  ] as const) {
    amina.network.between = async () => answer();
    write(amina, because);
    await amina.workspace.settled();
    await until(() => {
      const state = safetyOf(amina);
      return state.type === 'SavedHere' && state.waiting?.because === because;
    });
    amina.network.between = (request, go) => go(request);
    amina.workspace.together.tryNow();
    await settle();
  }
});

test('a server that is full takes nothing, and goes on giving what others wrote before', async () => {
  const { amina, ruth, until, settle } = await company('amina', 'ruth');
  await settle();
  amina.network.between = (request, go) =>
    request.method === 'POST' ? Promise.resolve(problem(507)) : go(request);
  write(amina, 'waits');
  await until(() => amina.workspace.together.get().server.type === 'Away');
  const id = write(ruth, 'read all the same');
  await until(() => titleOf(amina, id) === 'read all the same');
  expect(safetyOf(amina)).toMatchObject({ type: 'SavedHere', waiting: { because: 'full' } });
});

test('R17: stopped at any write of its disk, a served device has what it held, and sends it once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 24 }), async (allowed) => {
      const { amina, ruth, until, settle } = await company('amina', 'ruth');
      await settle();
      const whole = amina.storage;
      const { dying, died } = dyingStorage(whole, allowed);
      await amina.reopen(dying);
      const held: string[] = [];
      const ids: string[] = [];
      for (let n = 0; n < 4; n++) {
        ids.push(write(amina, `w${n}`));
        const ended = await Promise.race([amina.workspace.settled(), died]);
        if (ended === 'died') break;
        held.push(ids[n] as string);
        amina.workspace.together.tryNow();
        for (let turn = 0; turn < 20; turn++) await new Promise((done) => setImmediate(done));
      }
      await amina.reopen(whole);
      for (const id of held) expect(titleOf(amina, id)).toBeDefined();
      await settle();
      await until(() => held.every((id) => titleOf(ruth, id) !== undefined));
      for (const id of ids) expect(titleOf(ruth, id)).toBe(titleOf(amina, id));
      expect(amina.workspace.damaged).toEqual([]);
      expect(amina.workspace.together.get().alarms).toEqual([]);
    }),
    { numRuns: 10 },
  );
});
