/** R13 over a real relay: a device whose clock is months or years off the server's. */
import { afterAll, expect, test } from 'vitest';
import { type Person, people, titleOf, write } from '../../vault/testing/people.ts';
import { startRelay } from './real-relay.ts';

const relay = await startRelay();
afterAll(() => relay.stop());

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const YEAR = 365 * 24 * HOUR;
const serverOf = ({ workspace }: Person) => workspace.together.get().server;

function itsClock(person: Person): number | undefined {
  const server = serverOf(person);
  return server.type === 'Reached' ? server.itsClock : undefined;
}

/** The server's clock is right: it says what everybody's does. */
function tellsTime({ network }: Person, time: () => string) {
  network.between = async (request, go) => {
    const answer = await go(request);
    const headers = new Headers(answer.headers);
    // Whole before the time is told: everybody's clock goes on while it comes.
    const body = answer.status === 204 ? null : await answer.arrayBuffer();
    headers.set('date', time());
    return new Response(body, { status: answer.status, headers });
  };
}

test('R13: a clock that is years off is said with the server’s time, loses nothing, and is right again by itself', async () => {
  const company = await people(relay, 'amina', 'ruth');
  const { amina, ruth, clock, settle, until } = company;
  for (const person of [amina, ruth]) tellsTime(person, () => new Date(clock()).toUTCString());
  const written: string[] = [];
  const shared = write(amina, 'by Amina');
  const writes = async (what: string) => {
    for (const [here, there] of [
      [ruth, amina],
      [amina, ruth],
    ] as const) {
      const id = write(here, what);
      written.push(id);
      await until(() => titleOf(there, id) === what);
      // Who has seen a value replaces it, whatever the clocks say.
      const title = `${what}, by ${here.name}`;
      const { workspace } = here;
      workspace.commit(
        [{ table: 'asks', record: shared, field: 'title', value: title }],
        'everyone',
      );
      await until(() => titleOf(there, shared) === title);
    }
    await settle();
  };
  await until(() => titleOf(ruth, shared) !== undefined);
  await writes('with the right time');
  expect([itsClock(amina), itsClock(ruth)]).toEqual([undefined, undefined]);

  for (const off of [5 * YEAR, -5 * YEAR, 2 * HOUR]) {
    ruth.skew = off;
    await writes(`off by ${off}`);
    await until(() => itsClock(ruth) !== undefined);
    expect(Math.abs((itsClock(ruth) ?? 0) - clock())).toBeLessThan(HOUR);
    expect(itsClock(amina)).toBeUndefined();
    ruth.skew = 0;
    await writes(`right again after ${off}`);
    expect(itsClock(ruth)).toBeUndefined();
  }
  ruth.skew = 5 * YEAR;
  await ruth.reopen();
  await writes('begun with a wrong clock');
  await ruth.reopen();
  await until(() => itsClock(ruth) !== undefined);
  ruth.skew = 0;
  await ruth.reopen();
  await writes('begun with the right one');
  expect(itsClock(ruth)).toBeUndefined();
  for (const person of [amina, ruth]) {
    expect(written.every((id) => titleOf(person, id) !== undefined)).toBe(true);
    expect(person.workspace.together.get().alarms).toEqual([]);
  }
});

test('R13: minutes are no trouble, and a server that gives no time, or nonsense, says nothing of clocks', async () => {
  const { amina, ruth, clock, until } = await people(relay, 'amina', 'ruth');
  const inTenMinutes = () => new Date(clock() + 10 * MINUTE).toUTCString();
  for (const time of [() => '', () => 'yesterday', inTenMinutes]) {
    for (const person of [amina, ruth]) tellsTime(person, time);
    await ruth.reopen();
    const id = write(ruth, `at ${time()}`);
    await until(() => titleOf(amina, id) !== undefined);
    expect(serverOf(ruth).type).toBe('Reached');
    expect(itsClock(ruth)).toBeUndefined();
  }
});
