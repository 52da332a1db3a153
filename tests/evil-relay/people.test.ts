import { afterAll, afterEach, expect, test } from 'vitest';
import { titleOf, write } from '../../vault/testing/people.ts';
import { PATIENCE } from '../sim/play.ts';
import { aminaAndRuth, safetyOf, togetherOf, untilPauses } from './company.ts';
import { type Asked, honest, startEvilRelay, type Trick } from './over-http.ts';
import * as tricks from './tricks.ts';

const evil = await startEvilRelay();
const elsewhere = await startEvilRelay();
afterAll(async () => {
  await evil.stop();
  await elsewhere.stop();
});
afterEach(() => {
  evil.trick = honest;
});

/** Every test leaves the two with all that was written, so that the next one begins there. */
const company = await two();

const isAppend = ({ method }: Asked) => method === 'POST';
/** Three in ten, always the same. */
const threeInTen = ({ nth }: Asked) => [1, 4, 8].includes(nth % 10);

async function two() {
  const company = await aminaAndRuth(evil);
  const { amina, ruth, until } = company;
  const first = write(amina, 'before');
  await company.settle();
  await until(() => titleOf(ruth, first) === 'before');
  return { ...company, first };
}

/** The relay behaves again: everything arrives, once, and nobody has to do anything. */
async function allArrives(...ids: readonly string[]): Promise<void> {
  evil.trick = honest;
  const { amina, ruth, until, settle } = company;
  for (const { workspace } of [amina, ruth]) workspace.together.tryNow();
  await settle();
  for (const one of [amina, ruth])
    await until(() => ids.every((id) => titleOf(one, id) !== undefined));
  for (const one of [amina, ruth]) {
    for (const id of ids) expect(one.workspace.tables.alsoWritten('asks', id, 'title')).toEqual([]);
  }
}

test(
  'R12: three in ten answers are lost after the relay has stored: each write is there once',
  async () => {
    evil.trick = tricks.losesAnswers((asked) => isAppend(asked) && threeInTen(asked));
    const ids: string[] = [];
    for (let n = 0; n < 10; n++) {
      ids.push(write(n % 2 ? company.amina : company.ruth, `w${n}`));
      if (n % 3 === 0) await untilPauses(evil, company, 4);
    }
    await allArrives(...ids);
    for (const one of [company.amina, company.ruth]) expect(togetherOf(one).alarms).toEqual([]);
  },
  PATIENCE,
);

test(
  'A14: what the relay says it has stored and has not is never called safe, and arrives when it is honest',
  async () => {
    const { amina, until } = company;
    evil.trick = tricks.acksAndDrops(() => true);
    const ids = [write(amina, 'dropped'), write(amina, 'dropped too')];
    await untilPauses(evil, company, 12);
    await until(() => safetyOf(amina).type === 'SavedHere');
    expect(safetyOf(amina)).toMatchObject({ waiting: { changes: 2 } });
    evil.trick = tricks.acksAndDrops(threeInTen);
    for (let n = 0; n < 6; n++) ids.push(write(amina, `w${n}`));
    await untilPauses(evil, company, 12);
    await allArrives(...ids);
  },
  PATIENCE,
);

test(
  'A13: a stream that the relay has lost or begun anew is told as a loss, and the devices give it back',
  async () => {
    const { amina, ruth, until, first } = company;
    for (const recreated of [false, true]) {
      const [id, kept] = [...evil.relay.streams].at(-1) ?? [];
      if (!id || !kept) throw new Error('Must hold: the relay has the stream');
      evil.relay.streams.delete(id);
      if (recreated) evil.relay.streams.set(id, { ...kept, messages: [], former: new Map() });
      const ids = [write(amina, `after a loss, ${recreated ? 'begun anew' : 'gone'}`)];
      if (!recreated) {
        await until(() => togetherOf(amina).alarms.some(({ type }) => type === 'ServerLostData'));
        expect(togetherOf(amina).server).toMatchObject({ type: 'Away', because: 'lost-data' });
        // Nothing here was touched.
        expect(titleOf(amina, first)).toBe('before');
        expect(safetyOf(amina)).toMatchObject({ type: 'SavedHere', waiting: { changes: 1 } });
        evil.relay.streams.set(id, kept);
      }
      await allArrives(first, ...ids);
      for (const one of [amina, ruth]) expect(titleOf(one, first)).toBe('before');
    }
  },
  PATIENCE,
);

const isRead = ({ method }: Asked) => method === 'GET' || method === 'HEAD';
/** Only reads are answered so; appends are honest. */
const onReads =
  (trick: Trick): Trick =>
  (asked, honestly) =>
    isRead(asked) ? trick(asked, honestly) : honestly();

const falseEnds: Readonly<Record<string, Trick>> = {
  '404 to everything': tricks.refuses(404),
  '410 to everything': tricks.refuses(410),
  '404 to reads': onReads(tricks.refuses(404)),
  '410 to reads': onReads(tricks.refuses(410)),
  '403 to everything': tricks.refuses(403),
  '400 to reads': onReads(tricks.refuses(400)),
  'closed, with 204': onReads(
    tricks.always({
      status: 204,
      headers: {
        'stream-closed': 'true',
        'stream-next-offset': '0000000000000000',
        'stream-up-to-date': 'true',
      },
    }),
  ),
  'closed, with what there is': tricks.withHeaders({ 'stream-closed': 'true' }),
};

test.each(Object.entries(falseEnds))(
  'A15: %s is not taken for the end: what was written waits, and all is there when the relay is honest',
  async (_, trick) => {
    evil.trick = trick;
    const id = write(company.amina, 'waits');
    await untilPauses(evil, company, 12);
    expect(['SavedHere', 'Saving', 'SavedOnServer']).toContain(safetyOf(company.amina).type);
    expect(titleOf(company.amina, company.first)).toBe('before');
    await allArrives(company.first, id);
  },
  PATIENCE,
);

const portals: Readonly<Record<string, Trick>> = {
  'its page': tricks.captivePortal,
  'a redirect to its page': (asked, honestly) =>
    tricks.redirectsTo(elsewhere.server, 302)(asked, honestly),
  'its page as JSON': tricks.portalAsJson('0000000000000003'),
  'status 511': tricks.always({ status: 511 }),
};

test.each(Object.entries(portals))(
  'R36: behind a captive portal that answers with %s, work is kept and goes out when it has gone',
  async (_, trick) => {
    const { amina, until, first } = company;
    evil.trick = trick;
    const id = write(amina, 'written in the café');
    await untilPauses(evil, company, 8);
    await until(() => togetherOf(amina).server.type === 'Away');
    expect(titleOf(amina, first)).toBe('before');
    expect(safetyOf(amina)).toMatchObject({ type: 'SavedHere', waiting: { changes: 1 } });
    expect(elsewhere.seen).toEqual([]);
    await allArrives(first, id);
  },
  PATIENCE,
);

/** What stands in `Stream-Next-Offset`, however often it is asked. */
const hostileOffsets: Readonly<Record<string, (asked: Asked, right: string) => string>> = {
  'the same place again': ({ url }) => new URL(url, evil.server).searchParams.get('offset') ?? '-1',
  'the beginning': () => '-1',
  now: () => 'now',
  zero: () => '0000000000000000',
  'one back': (_, right) => String(Math.max(0, Number(right) - 1)).padStart(16, '0'),
  'far ahead': () => '9999999999999999',
  'another each time': ({ nth }) => `x${nth}`,
  'one place and another in turn': ({ nth }) => (nth % 2 ? '0000000000000000' : '0000000000000001'),
  'ten kilobytes': () => 'A'.repeat(10_240),
  '128 characters': () => '0'.repeat(128),
  '129 characters': () => '0'.repeat(129),
  nothing: () => '',
  'a space': () => 'a b',
  'a query': () => '0&offset=-1&live=sse',
  'a fragment': () => '#now',
  'a path': () => '../../../etc',
  'not a number': () => 'NaN',
  negative: () => '-5',
  'a fraction': () => '1.5',
  'letters beyond ASCII': () => 'é\u00ff',
};

test(
  'A16: the same messages at every place, and a new place each time, are left after a while',
  async () => {
    evil.trick = async (asked, honestly) => {
      if (asked.method !== 'GET') return honestly();
      const [kept] = [...evil.relay.streams.values()].slice(-1);
      return {
        status: 200,
        headers: { 'content-type': 'application/json', 'stream-next-offset': `x${asked.nth}` },
        // A few are enough to be met again and again, and cost little each time.
        body: Buffer.from(JSON.stringify(kept?.messages.slice(0, 8) ?? [])),
      };
    };
    const id = write(company.amina, 'meanwhile');
    expect(await untilPauses(evil, company, 12)).toBeLessThan(12 * 40);
    await allArrives(company.first, id);
  },
  PATIENCE,
);

test.each(Object.entries(hostileOffsets))(
  'A16: %s as the next offset asks for no loop, and all is there when the relay is honest',
  async (_, offset) => {
    evil.trick = async (asked, honestly) => {
      const answer = await honestly();
      const right = answer.headers['stream-next-offset'];
      if (asked.method !== 'GET' || right === undefined) return answer;
      const headers = { ...answer.headers, 'stream-next-offset': offset(asked, right) };
      return { ...answer, headers };
    };
    const id = write(company.amina, 'meanwhile');
    // A try of two people is a handful of requests, then there is a pause.
    expect(await untilPauses(evil, company, 12)).toBeLessThan(12 * 40);
    await allArrives(company.first, id);
  },
  PATIENCE,
);
