/**
 * Links of ours through a real relay, as a device of the core team keeps them: how long they last there, and
 * whether what they are to say is said.
 */
import { daysAfter, endOfDay, publicPageChanges } from '@alongside/practice';
import { openVisit } from '@alongside/vault/visit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bytesToText } from '../../vault/envelope/bytes.ts';
import { intakeKeys } from '../../vault/intake/keys.ts';
import { streamAt } from '../../vault/sync/relay-children.ts';
import { people } from '../../vault/testing/people.ts';
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

/** Amina with a link of our public page, and every request that her device sends from then on. */
async function withLink() {
  const company = await people(relay, 'amina');
  const { workspace, network } = company.amina;
  await company.until(() => workspace.together.get().server.type === 'Reached');
  const sent: Request[] = [];
  network.between = (request, go) => {
    sent.push(request);
    return go(request);
  };
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
