import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openCircle } from '../checkpoint/open-circle.ts';
import { publishCheckpoint } from '../checkpoint/publish.ts';
import { onlyMeCircle } from '../circles/well-known.ts';
import { mergeColumns } from '../fold/columns/merge.ts';
import { createKitSeed } from '../local/kit-keys.ts';
import { seededRandom } from '../testing/cast.ts';
import { house, newDevice, type Person } from '../testing/house.ts';
import {
  askToReturn,
  enterAgain,
  handOverShare,
  openReturn,
  readmitMember,
  returnsFor,
  signReturn,
  welcomeBack,
  whoReturns,
} from './come-back.ts';
import { bytesToShare, joinShares, type Share, shareToBytes, splitSeed } from './shares.ts';
import {
  keysBehindShares,
  type NamingAbout,
  nameTrustees,
  SHARES_TABLE,
  shareIn,
} from './trustees.ts';

const id = (letter: string) => `${letter.repeat(21)}A`;
const anySeed = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((seed) => Uint8Array.from(seed));

test('any two shares give the seed back, one alone or two of different seeds never', async () => {
  await fc.assert(
    fc.asyncProperty(anySeed, fc.constantFrom(2, 3), fc.string(), async (seed, count, salt) => {
      const shares = await splitSeed(seed, count as 2 | 3, seededRandom(salt));
      const other = await splitSeed(createKitSeed(seededRandom(`${salt}!`)), 3, seededRandom(salt));
      for (const one of shares) {
        expect(bytesToShare(shareToBytes(one))).toEqual(one);
        for (const two of shares) {
          const joined = await joinShares(one, two);
          expect(joined).toEqual(one === two ? { type: 'SharesDiffer' } : seed);
        }
        for (const two of other) {
          expect(await joinShares(one, two)).toEqual({ type: 'SharesDiffer' });
        }
        for (const { part } of one.parts) expect(part).not.toEqual(seed);
      }
    }),
    { numRuns: 10 },
  );
});

test('a share alone says nothing: for any two seeds it could be of either', async () => {
  await fc.assert(
    fc.asyncProperty(anySeed, anySeed, async (one, two) => {
      const [first, second] = await splitSeed(one, 2, seededRandom('pads'));
      const [other] = await splitSeed(two, 2, seededRandom('pads'));
      // The one who keeps the pad has the same for both; the other one's is the seed under a pad.
      expect(first?.parts).toEqual(other?.parts);
      const pad = first?.parts[0]?.part ?? new Uint8Array(16);
      const part = second?.parts[0]?.part ?? new Uint8Array(16);
      expect(part.map((byte, i) => byte ^ (pad[i] as number))).toEqual(one);
    }),
    { numRuns: 20 },
  );
});

test('a share that was changed is noticed, and bytes that are none are none', async () => {
  const seed = createKitSeed(seededRandom('seed'));
  const [one, two] = await splitSeed(seed, 2, seededRandom('pads'));
  if (!one || !two) throw new Error('Must hold: two shares');
  const [part] = one.parts;
  if (!part) throw new Error('Must hold: a part');
  const changed = { ...one, parts: [{ ...part, part: part.part.map((byte) => byte ^ 1) }] };
  expect(await joinShares(changed, two)).toEqual({ type: 'ShareBroken' });
  for (const bytes of [new Uint8Array(0), new Uint8Array(80), shareToBytes(one).slice(1)]) {
    expect(bytesToShare(bytes)).toBeNull();
  }
});

function aboutNaming({ replica }: Person, clock: () => number): NamingAbout {
  const enclose: NamingAbout['enclose'] = async (capsules) => {
    const { n } = replica.state;
    for (const { to, ops } of capsules) replica.writeCapsule([to], [{ seen: n, ops }]);
    return (await replica.send()).type === 'AllReadBack';
  };
  return { relay: '', offset: () => replica.offset, clock, enclose };
}

/** Ruth, whose trustees are Li and Noor, has a notebook and then loses everything. */
async function ruthIsLost() {
  const stage = await house('amina', 'ruth', 'li', 'noor');
  const { amina, ruth, li, noor, settle, clock } = stage;
  const { workspace } = amina.replica.state;
  for (const { replica } of [ruth, li, noor]) {
    await replica.formCircle(onlyMeCircle(workspace, replica.member), [replica.member]);
  }
  await settle();
  const trustees = [li.replica.member, noor.replica.member];
  const about = aboutNaming(ruth, clock);
  const named = await nameTrustees(ruth.publisher, trustees, about);
  if (named.type !== 'Named') throw new Error(`Must hold: named, not ${named.type}`);
  const own = { circle: onlyMeCircle(workspace, ruth.replica.member) };
  await ruth.write(id('n'), { title: 'What I told nobody' }, own);
  await settle();
  return { ...stage, amina, ruth, li, noor, own };
}

function shareOf(trustee: Person): Share {
  const share = trustee.fold.tables.all(SHARES_TABLE).map(({ share }) => shareIn(share))[0];
  if (!share) throw new Error(`Must hold: ${trustee.name} keeps a share`);
  return share;
}

test('a person who lost every device comes back through two trustees, notebook and all', async () => {
  const { ruth, li, noor, amina, own, children, clock, stream, start, settle } = await ruthIsLost();
  expect(amina.fold.tables.all(SHARES_TABLE)).toEqual([]);
  const { member } = ruth.replica;
  const opened = await openReturn(li.replica, member, '', children, clock, li.random);
  if ('type' in opened) throw new Error('Must hold: the lobby is open');
  const { way, link } = opened;
  const { keys, random } = await newDevice('ruth again');
  const asked = await askToReturn(link, keys.device, children, random);
  if ('type' in asked) throw new Error('Must hold: asked');
  const seen = await Promise.all(
    [li, noor].map(({ replica }) => whoReturns(way, replica.state.workspace, children)),
  );
  for (const list of seen) expect(list).toMatchObject([{ words: asked.words }]);
  const card = keys.device.card;
  expect(await readmitMember(li.replica, member, card, null)).toMatchObject({
    because: 'SecondNeeded',
  });
  const second = await signReturn(noor.replica, member, card);
  expect(await readmitMember(li.replica, member, card, second)).toMatchObject({ type: 'Done' });
  const { offset } = li.replica;
  const checkpoint = await publishCheckpoint(li.publisher);
  if ('type' in checkpoint) throw new Error(`Must hold: a checkpoint, not ${checkpoint.type}`);
  await welcomeBack(li.replica, way, card, { checkpoint, offset, relay: '' }, children, li.random);
  for (const trustee of [li, noor]) {
    await handOverShare(way, shareOf(trustee), card, children, trustee.random);
  }
  const found = await returnsFor(link, keys.device, children);
  if ('type' in found) throw new Error('Must hold: the lobby is there');
  const entered = await enterAgain(link, found.welcomes, keys, children);
  if ('type' in entered) throw new Error(`Must hold: entered, not ${entered.type}`);
  const back = start('ruth again', entered, keys, random);
  expect(back.replica.member).toBe(member);
  expect(back.fold.tables.get('asks', id('n'))).toBeUndefined();
  const [one, two] = found.shares;
  if (!one || !two) throw new Error('Must hold: two shares');
  const seed = await joinShares(one, two);
  if ('type' in seed) throw new Error('Must hold: the seed');
  const behind = await keysBehindShares(seed, children, () => stream, clock);
  if ('type' in behind) throw new Error(`Must hold: keys, not ${behind.type}`);
  for (const { circle, generation, raw } of behind) await keys.keepCircle(circle, generation, raw);
  const circle = await openCircle(own.circle, back.replica.state, keys, back.carried);
  if (circle?.blocks) mergeColumns(back.fold.state, circle.blocks);
  back.fold.applyAccepted(circle?.contents.map(({ accepted }) => accepted) ?? []);
  expect(back.fold.tables.get('asks', id('n'))?.title).toBe('What I told nobody');
  expect(await back.replica.formCircle(own.circle, [member])).toMatchObject({ type: 'Done' });
  await back.write(id('m'), { title: 'And go on' }, own);
  await settle();
  expect(back.fold.tables.all('asks').map(({ title }) => title)).toEqual([
    'What I told nobody',
    'And go on',
  ]);
  expect(await publishCheckpoint(back.publisher)).not.toHaveProperty('type');
  await amina.read();
  expect(amina.hash()).toBe(back.hash());
});

test('with neither kit nor trustees a steward brings a person back, and their private notes stay closed', async () => {
  const { amina, ruth, children, clock, start, settle, own } = await ruthIsLost();
  const { member } = ruth.replica;
  const opened = await openReturn(amina.replica, member, '', children, clock, amina.random);
  if ('type' in opened) throw new Error('Must hold: the lobby is open');
  const { keys, random } = await newDevice('ruth again');
  await askToReturn(opened.link, keys.device, children, random);
  const { card } = keys.device;
  expect(await readmitMember(amina.replica, member, card, null)).toMatchObject({ type: 'Done' });
  const { offset } = amina.replica;
  const checkpoint = await publishCheckpoint(amina.publisher);
  if ('type' in checkpoint) throw new Error(`Must hold: a checkpoint, not ${checkpoint.type}`);
  const about = { checkpoint, offset, relay: '' };
  await welcomeBack(amina.replica, opened.way, card, about, children, amina.random);
  const found = await returnsFor(opened.link, keys.device, children);
  if ('type' in found) throw new Error('Must hold: the lobby is there');
  const entered = await enterAgain(opened.link, found.welcomes, keys, children);
  if ('type' in entered) throw new Error(`Must hold: entered, not ${entered.type}`);
  const back = start('ruth again', entered, keys, random);
  await back.replica.formCircle(own.circle, [member]);
  await back.write(id('m'), { title: 'A new page' }, own);
  expect(back.fold.tables.all('asks').map(({ title }) => title)).toEqual(['A new page']);
  await settle();
  expect(await ruth.replica.catchUp()).toEqual({ blocked: 'NoKey' });
});

test('a second signature is for one head, one person and one device', async () => {
  const { amina, ruth, li, noor, settle } = await ruthIsLost();
  const { member } = ruth.replica;
  const { card } = (await newDevice('ruth again')).keys.device;
  const mallory = (await newDevice('mallory')).keys.device;
  const second = await signReturn(noor.replica, member, card);
  const needed = { type: 'Refused', because: 'SecondNeeded' };
  expect(await readmitMember(li.replica, member, mallory.card, second)).toEqual(needed);
  expect(await readmitMember(li.replica, amina.replica.member, card, second)).toEqual(needed);
  const own = await signReturn(li.replica, member, card);
  expect(await readmitMember(li.replica, member, card, own)).toEqual(needed);
  await amina.replica.change({ type: 'rotate' });
  await settle();
  expect(await readmitMember(li.replica, member, card, second)).toEqual(needed);
  const anew = await signReturn(noor.replica, member, card);
  expect(await readmitMember(li.replica, member, card, anew)).toMatchObject({ type: 'Done' });
});

test('trustees are two or three others whose circle of one is there', async () => {
  const { ruth, li, noor, amina, clock } = await ruthIsLost();
  const about = aboutNaming(ruth, clock);
  const [a, b, c] = [li, noor, amina].map(({ replica }) => replica.member) as [
    string,
    string,
    string,
  ];
  for (const wrong of [[a], [a, ruth.replica.member], [a, b, c, ruth.replica.member]]) {
    expect(await nameTrustees(ruth.publisher, wrong, about)).toEqual({ type: 'TrusteesWrong' });
  }
  expect(await nameTrustees(ruth.publisher, [a, id('x')], about)).toEqual({
    type: 'TrusteeNotReady',
    member: id('x'),
  });
  expect(await nameTrustees(ruth.publisher, [a, b, c], about)).toMatchObject({ type: 'Named' });
});
