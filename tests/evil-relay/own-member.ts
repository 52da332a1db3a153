/**
 * The relay as somebody who would like to be a member: it has a device of its own, a key of its own,
 * and everything that it stores. What it makes is made with every check off.
 *
 *   const ghost = await createGhost();
 *   await ghostMessages(ghost, session, null);     // sealed with what a relay has
 *   await ghostMessages(ghost, session, secret);   // the same where a member gave the key away
 *   await opens(ghost, messages, stream);          // whatever it can read of them
 */
import { bytesToText } from '../../vault/envelope/bytes.ts';
import { entryToPlaintext } from '../../vault/envelope/frame.ts';
import { openWire, sealWire } from '../../vault/envelope/seal.ts';
import type { Wire, Wrap } from '../../vault/envelope/types.ts';
import { createDeviceSeeds, deviceFromSeeds } from '../../vault/identity/device.ts';
import { openSealed } from '../../vault/identity/kem.ts';
import { epochSecret } from '../../vault/identity/secret.ts';
import type { DeviceKeys, Random, Secret } from '../../vault/identity/types.ts';
import type { Session } from '../../vault/kept/worker/session-types.ts';
import { readEntry } from '../../vault/log/open.ts';
import { addDevice } from '../../vault/membership/changes/add-device.ts';
import { admit } from '../../vault/membership/changes/admit.ts';
import { type Change, changeOf } from '../../vault/membership/changes/index.ts';
import { readmit } from '../../vault/membership/changes/readmit.ts';
import { rotate } from '../../vault/membership/changes/rotate.ts';
import { invitationKeys, makeJoinProof } from '../../vault/membership/join-proof.ts';
import { plainToWraps, type Rotation, wrapsHashOf } from '../../vault/membership/parts.ts';
import {
  epochWrapInfo,
  type Recipient,
  recipientsFrom,
  wrapEpochKey,
} from '../../vault/membership/wraps.ts';
import { seededRandom } from '../../vault/testing/cast.ts';
import { craft } from '../../vault/testing/craft.ts';

export interface Ghost {
  readonly device: DeviceKeys;
  readonly random: Random;
  /** The key that it would like everybody to write under. */
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly secret: Secret;
}

export async function createGhost(): Promise<Ghost> {
  const random = seededRandom('the relay itself');
  const device = await deviceFromSeeds(createDeviceSeeds(random));
  const raw = random(32);
  return { device, random, raw, secret: await epochSecret(raw) };
}

/** Where the name of its key stands in a message: it is there for everybody to see. */
const KID = { from: 2, to: 10 };

/**
 * Every entry that would make the relay a member, signed by its own device, as each of the devices
 * there are and as one more. `stolen` is the key of the epoch, as if a member had handed it over;
 * without it the relay seals under its own key, and once more under the name of the one in use.
 */
export async function ghostMessages(
  ghost: Ghost,
  { replica, keyring }: Session,
  stolen: Secret | null,
): Promise<readonly Wire[]> {
  const { state } = replica;
  const { random, device } = ghost;
  const numbers = [...state.membership.devices.keys(), state.membership.devices.length];
  const inUse = keyring.epoch(state.epoch);
  if (inUse === undefined) throw new Error('Must hold: they have the key');
  const real = (await craft({ replica, keys: keyring, random })).wire;
  const made: Wire[] = [];
  for (const { change, wraps } of await changesFor(ghost, replica)) {
    for (const number of numbers) {
      const { wire } = await craft(
        { replica, keys: keyring, random },
        {
          body: { kind: 'chain', change },
          wraps,
          device: number,
          secret: stolen ?? ghost.secret,
          signer: device.sign,
        },
      );
      made.push(wire as Wire);
      if (stolen !== null) continue;
      const alike = wire.slice();
      alike.set(real.subarray(KID.from, KID.to), KID.from);
      made.push(alike as Wire);
    }
  }
  return made;
}

interface Joining {
  readonly change: Change;
  readonly wraps: readonly (readonly Wrap[])[];
}

/** A rotation with a wrap for itself, an admission, a further device of a steward, a readmission. */
async function changesFor(ghost: Ghost, replica: Session['replica']): Promise<readonly Joining[]> {
  const { state } = replica;
  const { card } = ghost.device;
  const { devices } = state.membership;
  const everybody = recipientsFrom(devices, [...devices.keys()]);
  const itself: Recipient = { number: devices.length, kem: card.kem };
  const [own, withOwn] = [
    await rotationTo(ghost, replica, everybody),
    await rotationTo(ghost, replica, [...everybody, itself]),
  ];
  const invitation = await invitationKeys(ghost.random(16));
  const { proof } = await makeJoinProof(state.workspace, invitation, card, 'Relay', ghost.random);
  const member = bytesToText(ghost.random(16));
  const newcomers = [{ invite: invitation.id, member, role: 'steward', card, proof }] as const;
  const sealed: readonly Wrap[] = [[devices.length, ghost.random(80)]];
  const { rotation } = withOwn;
  return [
    { change: changeOf(rotate, own), wraps: [own.list] },
    { change: changeOf(rotate, withOwn), wraps: [withOwn.list] },
    { change: changeOf(admit, { newcomers, rotation }), wraps: [withOwn.list] },
    {
      change: changeOf(addDevice, { card, wrapsHash: wrapsHashOf(sealed), trustees: [] }),
      wraps: [sealed],
    },
    {
      change: changeOf(readmit, { member: replica.member, card, rotation, second: null }),
      wraps: [withOwn.list],
    },
  ];
}

async function rotationTo(
  { raw, secret, random }: Ghost,
  { state }: Session['replica'],
  to: readonly Recipient[],
): Promise<{ readonly rotation: Rotation; readonly list: readonly Wrap[] }> {
  const epoch = state.epoch + 1;
  const list = await wrapEpochKey(raw, epoch, state.workspace, to, random);
  const { commit } = secret;
  return { rotation: { epoch, commit, wrapsHash: wrapsHashOf(list), stewards: null }, list };
}

/**
 * An honest rotation with one more wrap beside it, sealed anew with a key that was stolen; null where
 * this message is not one.
 */
export async function withOwnWrap(
  ghost: Ghost,
  { replica }: Session,
  stolen: Secret,
  wire: Wire,
): Promise<Wire | null> {
  const { state } = replica;
  const plaintext = await openWire(wire, stolen, state.stream);
  const entry = typeof plaintext === 'string' ? plaintext : readEntry(plaintext, wire.length);
  if (typeof entry === 'string' || entry.body.kind !== 'chain') return null;
  const honest = (entry.wraps ?? []).map((list) => plainToWraps(list) ?? []);
  const [first = []] = honest;
  if (first.length === 0) return null;
  const number = state.membership.devices.length;
  const kem = ghost.device.card.kem;
  const to = [{ number, kem }];
  const own = await wrapEpochKey(ghost.raw, state.epoch + 1, state.workspace, to, ghost.random);
  const wraps = [[...first, ...own], ...honest.slice(1)];
  const again = entryToPlaintext(entry.frameBytes, entry.sig, wraps);
  return (await sealWire(again, stolen, state.stream, ghost.random)) as Wire;
}

/** How many of these messages, and of the wraps inside them, open with a key that the relay has. */
export async function opens(
  { secret, device }: Ghost,
  messages: readonly Wire[],
  { state }: Session['replica'],
  stolen: readonly Secret[] = [],
): Promise<{ readonly messages: number; readonly wraps: number }> {
  const found = { messages: 0, wraps: 0 };
  for (const wire of messages) {
    for (const key of [secret, ...stolen]) {
      const plaintext = await openWire(wire, key, state.stream);
      if (typeof plaintext === 'string') continue;
      found.messages += 1;
      const entry = readEntry(plaintext, wire.length);
      if (typeof entry === 'string') continue;
      const wraps = (entry.wraps ?? []).flatMap((list) => plainToWraps(list) ?? []);
      for (const [number, sealed] of wraps) {
        const info = epochWrapInfo(state.workspace, state.epoch, number);
        if ((await openSealed(device.kem, info, sealed)) !== null) found.wraps += 1;
      }
    }
  }
  return found;
}
