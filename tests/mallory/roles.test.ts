import { expect, test } from 'vitest';
import { sealBox } from '../../vault/circles/box.ts';
import { sealCapsule } from '../../vault/circles/capsule.ts';
import { makeGeneration } from '../../vault/circles/make-generation.ts';
import { bytesToText } from '../../vault/envelope/bytes.ts';
import { createDeviceSeeds, deviceFromSeeds } from '../../vault/identity/device.ts';
import { previousOf } from '../../vault/log/make-entry.ts';
import type { ChainWish } from '../../vault/log/types.ts';
import { genesis } from '../../vault/membership/changes/genesis.ts';
import { changeOf } from '../../vault/membership/changes/index.ts';
import { invitationKeys, makeJoinProof } from '../../vault/membership/join-proof.ts';
import { wrapsHashOf } from '../../vault/membership/parts.ts';
import { type Player, seededRandom } from '../../vault/testing/cast.ts';
import { type Crafted, somePlain } from '../../vault/testing/craft.ts';
import { createHouse, type House } from './house.ts';
import { asIf, forge, judgeAll, textOf } from './mallory.ts';

const house = await createHouse();

/** Everything that can be said, as the one says it who may. Whoever else signs it has no other fault. */
type Sayings = Readonly<Record<string, (by: Player) => Promise<Crafted>>>;

function sayingsOf({ amina, sam, circle, invitation }: House): Sayings {
  const stewardly = (wish: ChainWish) => (by: Player) =>
    asIf(by.replica.member === amina.replica.member ? house.ruth : amina, wish);
  const ownly = (wish: (by: Player) => ChainWish) => (by: Player) => asIf(by, wish(by));
  const place = ({ replica }: Player) => ({
    workspace: replica.state.workspace,
    device: replica.device,
    previous: previousOf(amina.replica.state, replica.device),
  });
  const target = sam.replica.member;
  return {
    genesis: async (by) => {
      const list = [[by.replica.device, by.random(80)] as const];
      const rotation = {
        epoch: 0,
        commit: by.random(32),
        wrapsHash: wrapsHashOf(list),
        stewards: null,
      };
      const [nonce, member] = [by.random(32), bytesToText(by.random(16))];
      const card = by.keys.device.card;
      const policy = { keepEverything: false };
      const change = changeOf(genesis, { nonce, member, card, rotation, policy });
      return { body: { kind: 'chain', change }, wraps: [list] };
    },
    invite: async (by) => {
      const keys = await invitationKeys(seededRandom(`by ${by.name}`)(16));
      return stewardly({ type: 'invite', ...keys, role: 'steward' })(by);
    },
    revoke: stewardly({ type: 'revoke', id: invitation.id }),
    admit: async (by) => {
      const random = seededRandom(`ghost of ${by.name}`);
      const { card } = await deviceFromSeeds(createDeviceSeeds(random));
      const { workspace } = amina.replica.state;
      const { proof } = await makeJoinProof(workspace, invitation, card, 'Ghost', random);
      const member = bytesToText(random(16));
      const one = { invite: invitation.id, member, role: 'member' as const, card, proof };
      return stewardly({ type: 'admit', newcomers: [one] })(by);
    },
    addDevice: async (by) => {
      const { card } = await deviceFromSeeds(createDeviceSeeds(seededRandom(`${by.name}’s phone`)));
      return asIf(isHere(by) ? by : amina, { type: 'addDevice', card });
    },
    readmit: async (by) => {
      const { card } = await deviceFromSeeds(createDeviceSeeds(seededRandom(`for ${by.name}`)));
      const other = by.replica.member === target ? house.li.replica.member : target;
      return stewardly({ type: 'readmit', member: other, card })(by);
    },
    remove: async (by) => {
      const other = by.replica.member === target ? house.li.replica.member : target;
      return stewardly({ type: 'remove', members: [other], devices: [] })(by);
    },
    leave: (by) => asIf(isHere(by) ? by : house.li, { type: 'leave' }),
    dropOwnDevice: (by) =>
      isHere(by)
        ? ownly(({ replica }) => ({ type: 'dropOwnDevice', device: replica.device }))(by)
        : asIf(house.li, { type: 'dropOwnDevice', device: house.li.replica.device }),
    setRole: async (by) => {
      const other = by.replica.member === target ? house.li.replica.member : target;
      const role = other === target ? 'member' : 'guest';
      return stewardly({ type: 'setRole', member: other, role })(by);
    },
    rotate: stewardly({ type: 'rotate' }),
    policy: stewardly({ type: 'policy', policy: { keepEverything: true } }),
    version: stewardly({ type: 'version', version: 2 }),
    compact: stewardly({
      type: 'compact',
      stream: new Uint8Array(16).fill(3),
      relay: '',
      checkpoint: new Uint8Array(0),
    }),
    plain: async () => ({ body: somePlain }),
    box: async (by) => {
      const secret = amina.keys.circle(circle, 1);
      if (secret === undefined) throw new Error('Must hold: Amina is in the circle');
      const box = await sealBox([], circle, 1, secret, place(by), by.random);
      return { body: { kind: 'box', box } };
    },
    capsule: async (by) => {
      const to = amina.replica.state.membership.circles.get(circle);
      if (to === undefined) throw new Error('Must hold: the circle is there');
      return {
        body: { kind: 'capsule', capsule: await sealCapsule([], [to], place(by), by.random) },
      };
    },
    circle: async (by) => {
      const id = bytesToText(seededRandom(`circle of ${by.name}`)(16));
      const author = by.replica.state.membership.members.get(by.replica.member);
      // As a member would form it, with its author in it.
      const as = isHere(by) && author?.role !== 'guest' ? by : house.li;
      const { state, device } = as.replica;
      const members = [isHere(by) ? by.replica.member : as.replica.member, as.replica.member];
      const made = await makeGeneration(state, device, id, [...new Set(members)], by.random);
      if (typeof made === 'string')
        throw new Error(`Must hold: ${as.name} may form it, not ${made}`);
      return { body: { kind: 'circle', generation: made } };
    },
    heartbeat: async () => ({ body: { kind: 'heartbeat' } }),
  };
}

const isHere = (by: Player) => by !== house.noor;

/** Who may say what; everything else is refused with the reason that stands here. */
const notASteward = '6: NotASteward';
const forSteward = {
  genesis: '6: NotGenesis',
  invite: 'accepted',
  revoke: 'accepted',
  admit: 'accepted',
  addDevice: 'accepted',
  readmit: 'accepted',
  remove: 'accepted',
  leave: 'accepted',
  dropOwnDevice: 'accepted',
  setRole: 'accepted',
  rotate: 'accepted',
  policy: 'accepted',
  version: 'accepted',
  compact: 'accepted',
  plain: 'accepted',
  box: 'accepted',
  capsule: 'accepted',
  circle: 'accepted',
  heartbeat: 'accepted',
};
const forMember = {
  ...forSteward,
  invite: notASteward,
  revoke: notASteward,
  admit: notASteward,
  readmit: '6: SecondNeeded',
  remove: notASteward,
  setRole: notASteward,
  rotate: '6: RotationNotOwed',
  policy: notASteward,
  version: notASteward,
  compact: notASteward,
};
const forGuest = { ...forMember, plain: '6: NotAllowedForRole', circle: '6: NotAllowedForRole' };
const forRemoved = Object.fromEntries(
  Object.keys(forSteward).map((type) => [type, '3: DeviceNotActive']),
);
const may = { ruth: forSteward, li: forMember, sam: forGuest, noor: forRemoved } as const;

/** Where Noor, who has stopped reading, would stand if she had read on. */
function asOfToday(by: Player): Crafted {
  const { state } = house.amina.replica;
  return {
    secret: house.secret(),
    epoch: state.epoch,
    viewN: state.n,
    viewH: state.tip.slice(0, 16),
    head: null,
    previous: previousOf(state, by.replica.device),
  };
}

async function verdictOn(
  by: Player,
  about: Crafted,
  observers: readonly Player[],
): Promise<string> {
  const head = about.body?.kind === 'chain' ? house.amina.replica.state.head : null;
  return textOf(await judgeAll(observers, await forge(by, { ...asOfToday(by), ...about, head })));
}

test('D02: each role may say exactly what is its own, and every replica refuses the rest for the same reason', async () => {
  const observers = [house.amina, house.li, house.sam];
  for (const [name, expected] of Object.entries(may)) {
    const by = house[name as keyof typeof may];
    const found: Record<string, string> = {};
    for (const [type, saying] of Object.entries(sayingsOf(house))) {
      found[type] = await verdictOn(by, await saying(by), observers);
    }
    expect(found, name).toEqual(expected);
  }
});

test('D01: whatever one says in another’s name is refused, whoever it is and whatever is said', async () => {
  const people = [house.amina, house.ruth, house.li, house.sam, house.noor];
  const sayings = sayingsOf(house);
  for (const as of [house.amina, house.ruth, house.li, house.sam]) {
    const { device } = as.replica;
    const previous = previousOf(house.amina.replica.state, device);
    for (const [type, saying] of Object.entries(sayings)) {
      const about = { ...(await saying(as)), device, previous };
      for (const by of people.filter((other) => other !== as)) {
        const verdict = await verdictOn(by, about, [house.amina, house.li]);
        expect(verdict, `${by.name} as ${as.name}: ${type}`).toBe('3: SignatureWrong');
      }
    }
  }
});

test('D01: a signature taken from another entry of the same person signs nothing else', async () => {
  const { amina, li } = house;
  const { device } = amina.replica;
  const previous = previousOf(amina.replica.state, device);
  let stolen: Uint8Array | undefined;
  await forge(amina, {
    plaintext: (frame, sig) => {
      stolen = sig;
      return frame;
    },
  });
  const about: Crafted = {
    device,
    previous,
    hlc: 1,
    plaintext: (frame) => Uint8Array.from([...frame, ...(stolen ?? [])]),
  };
  expect(await verdictOn(li, about, [amina, li])).toBe('3: SignatureWrong');
});

test('D02: while a rotation is owed members and stewards may bring it, and nobody may say anything else that is content', async () => {
  const owing = await createHouse();
  const { amina, li, sam, ruth } = owing;
  await ruth.replica.change({ type: 'dropOwnDevice', device: ruth.replica.device });
  await owing.settle();
  expect(amina.replica.state.membership.rotationOwed).toBe(true);
  // Who is here as a guest cannot make it; what a member would make is refused from them too.
  for (const [by, may] of [
    [amina, 'accepted'],
    [li, 'accepted'],
    [sam, '6: NotAllowedForRole'],
  ] as const) {
    const rotation = await asIf(by === sam ? li : by, { type: 'rotate' });
    const verdicts = {
      rotate: await judgeAll([amina, li, sam], await forge(by, rotation)),
      plain: await judgeAll([amina, li, sam], await forge(by, { body: somePlain })),
      heartbeat: await judgeAll([amina, li, sam], await forge(by, { body: { kind: 'heartbeat' } })),
    };
    expect(textOf(verdicts.rotate), by.name).toBe(may);
    expect(textOf(verdicts.plain), by.name).toBe('6: RotationOwed');
    expect(textOf(verdicts.heartbeat), by.name).toBe('6: RotationOwed');
  }
  const wire = await forge(ruth, await asIf(amina, { type: 'rotate' }));
  expect(textOf(await judgeAll([amina, li, sam], wire))).toBe('3: DeviceNotActive');
});
