/**
 * Links of ours through a real relay, as a device of the core team keeps them: how long they last there, and
 * whether what they are to say is said.
 */
import {
  askChanges,
  type Change,
  daysAfter,
  endOfDay,
  keepPage,
  publicPageChanges,
  writeMemberPage,
} from '@alongside/practice';
import { openVisit } from '@alongside/vault/visit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bytesToText } from '../../vault/envelope/bytes.ts';
import { intakeKeys } from '../../vault/intake/keys.ts';
import { streamAt } from '../../vault/sync/relay-children.ts';
import { people } from '../../vault/testing/people.ts';
import { endLinksOf } from '../../web/rooms/asks/end-links-of.ts';
import { lasts } from '../../web/rooms/asks/our-link.ts';
import { makeLink } from '../../web/rooms/asks/public-page/make-link.ts';
import { openPages, sealUnderNewKeys } from '../../web/rooms/asks/public-page/say-page.ts';
import { today, zoneOfDays } from '../../web/ui/days.ts';
import { type RealRelay, startRelay } from './real-relay.ts';

let relay: RealRelay;
beforeAll(async () => {
  relay = await startRelay();
});
afterAll(() => relay.stop());

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const words = { us: 'Harbor (example)', about: '', instead: '', pausedOn: null };
const context = () => ({
  server: relay.server,
  fetch,
  isOnline: () => true,
  timeout: (milliseconds: number) => AbortSignal.timeout(milliseconds),
  random,
  clock: Date.now,
});

/** Amina, and every request that her device sends. */
async function amina() {
  const company = await people(relay, 'amina');
  const { workspace, network } = company.amina;
  await company.until(() => workspace.together.get().server.type === 'Reached');
  const sent: Request[] = [];
  network.between = (request, go) => {
    sent.push(request);
    return go(request);
  };
  return { workspace, network, sent };
}

/** She has a link of our public page. */
async function withLink() {
  const { workspace, sent } = await amina();
  expect(await makeLink(workspace, words)).toBeUndefined();
  const [page] = openPages(workspace);
  if (!page?.secret) throw new Error('Must hold: a link');
  const keys = await intakeKeys(page.secret);
  const notice = bytesToText(keys.notice.id);
  /** How often its notice was worded while this was done. */
  const worded = async (work: () => Promise<void>) => {
    const before = sent.length;
    await work();
    const asked = sent.slice(before).filter(({ url }) => url.includes(notice));
    return asked.filter(({ method }) => method === 'POST').length;
  };
  return { workspace, sent, page, keys, secret: page.secret, worded };
}

test('what is sent on a link’s last evening waits on the server for seven days more', async () => {
  const { sent, page } = await withLink();
  const expires = sent
    .filter(({ method }) => method === 'PUT')
    .map(({ headers }) => Number(headers.get('alongside-expires')) * 1000);
  const until = page.until ?? '';
  expect(until).toBe(daysAfter(today(), 365));
  const ends = [daysAfter(until, 7), until].map((day) => endOfDay(day, zoneOfDays()));
  expect(expires).toEqual(ends);
});

test('a page of ours without a secret, said under an old key, lets no device say the others again and again', async () => {
  const { workspace, page, worded } = await withLink();
  const bare = { ...words, fragment: 'x', until: page.until, sealedUnder: 0, secret: null };
  workspace.commit(publicPageChanges(workspace.newId(), bare), workspace.coreTeam);
  expect(await worded(() => sealUnderNewKeys(workspace))).toBe(0);
});

test('who has the secret and stuffs a notice keeps it from being changed, and whoever changes it hears that', async () => {
  const { workspace, page, keys, secret, worded } = await withLink();
  const stream = streamAt(context(), keys.notice);
  await stream.append(Array.from({ length: 512 }, () => random(64)));
  expect(await workspace.together.intakes.say(secret, { page: 'over' }, 0)).toEqual({
    type: 'NotNow',
  });
  expect(await openVisit(page.fragment, context())).toMatchObject({ says: { page: 'public' } });

  // Nor does each look add to it: this device has tried under this key.
  workspace.commit(publicPageChanges(page.id, { sealedUnder: 0 }), workspace.coreTeam);
  expect(await worded(() => sealUnderNewKeys(workspace))).toBe(1);
  expect(await worded(() => sealUnderNewKeys(workspace))).toBe(0);
});

/** An ask with a link of its own and one for members, both open. */
async function withAsk() {
  const { workspace, network, ...rest } = await amina();
  const ask = workspace.newId();
  workspace.commit(askChanges(ask, { what: 'Interpreters' }) as Change[], workspace.coreTeam);
  const until = daysAfter(today(), 30);
  const open = async (kind: 'ask' | 'weigh') => {
    const made = await workspace.together.intakes.open(kind, { page: kind }, lasts(until));
    if (made.type !== 'IntakeOpened') throw new Error(made.type);
    const { secret, fragment } = made;
    const link = { ask, secret, fragment, until };
    const changes =
      kind === 'ask'
        ? keepPage(workspace.newId(), link)
        : writeMemberPage(workspace.newId(), { us: '', what: 'Come?', more: '', ...link });
    workspace.commit(changes as Change[], workspace.coreTeam);
    return fragment;
  };
  const fragments = [await open('ask'), await open('weigh')];
  const found = () => Promise.all(fragments.map((fragment) => openVisit(fragment, context())));
  return { workspace, network, ask, found, ...rest };
}

test('the links of an ask that is to be deleted end, and nobody can answer them any more', async () => {
  const { workspace, ask, found } = await withAsk();
  expect(await endLinksOf(workspace, ask)).toEqual({ type: 'LinksEnded', count: 2 });
  expect(await found()).toEqual([{ type: 'NotThere' }, { type: 'NotThere' }]);
  const closed = (table: string) => workspace.tables.where(table, 'ask', ask)[0]?.closedOn;
  expect(['askPages', 'memberPages'].map(closed)).toEqual([today(), today()]);
  expect(await endLinksOf(workspace, ask)).toEqual({ type: 'LinksEnded', count: 0 });
  expect(await endLinksOf(workspace, workspace.newId())).toEqual({ type: 'LinksEnded', count: 0 });
});

test('where the server cannot be reached they stay open, and that is the answer', async () => {
  const { workspace, network, ask, found } = await withAsk();
  network.isCut = true;
  expect(await endLinksOf(workspace, ask)).toEqual({ type: 'ServerAway' });
  network.isCut = false;
  expect(await found()).toMatchObject([{ kind: 'ask' }, { kind: 'weigh' }]);
  expect(workspace.tables.where('askPages', 'ask', ask)[0]?.closedOn).toBeUndefined();
});

test('one that leads nowhere holds nothing up, and one whose last day has passed is left as it is', async () => {
  const { workspace, ask } = await withAsk();
  const nowhere = { ask, secret: random(16), fragment: 'x', until: daysAfter(today(), 30) };
  workspace.commit(keepPage(workspace.newId(), nowhere) as Change[], workspace.coreTeam);
  const over = { ...nowhere, until: daysAfter(today(), -1) };
  workspace.commit(keepPage(workspace.newId(), over) as Change[], workspace.coreTeam);
  expect(await endLinksOf(workspace, ask)).toEqual({ type: 'LinksEnded', count: 3 });
});
