/**
 * Where each thing of one kept workspace lies in the storage. A place is a random id; nothing in a
 * key says more than a kind and a number. Keys to the data lie apart from it, so that erasing can
 * take them first.
 *
 *   <place>/keys/lock/<n>               the lock (readable); the newest counts
 *   <place>/keys/kit/<n>                the root, sealed a second time under the recovery kit
 *   <place>/keys/1/device | epoch/<e> | circle/<id>/<g>      wrapped keys
 *   <place>/1/log/<i>                   SHA-256 of the message, then the message as it travels
 *   <place>/1/end                       how many messages there are
 *   <place>/1/snapshot/<s>/…            sealed records; `now` names the snapshot that counts
 *   <place>/1/held/<id>                 sealed: a write that waits for the server
 *   <place>/1/sent/<hash>               sealed: a message that was sent and not read back
 *   <place>/1/server, reached           sealed: which server, and how far its stream is mirrored here
 *   <place>/1/invitations              sealed: invitations that this device can approve
 *   <place>/1/recovery-lobbies         sealed: where welcomes for recovery devices are left
 *   <place>/1/alarms                    sealed: what a person has not settled yet
 *   <place>/1/judged                    sealed: checkpoints that this device found not to say what it has
 *   <place>/1/given                     sealed: what this device began with, and who found it right
 *   <place>/aside/…                     what could not be read, kept as it was found
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToText, concat, utf8Bytes } from '../../envelope/bytes.ts';
import type { Random } from '../../identity/types.ts';
import { FORMAT } from '../lock/lock-file.ts';
import { keyNumber, type Storage } from '../storage.ts';

export interface PlaceKeys {
  readonly place: string;
  readonly all: string;
  readonly keys: string;
  readonly locks: string;
  lock(n: number): string;
  readonly kits: string;
  kit(n: number): string;
  readonly wraps: string;
  readonly device: string;
  /** Where the first builds kept the root, sealed under itself: removed with the next lock. */
  readonly root: string;
  epoch(epoch: number): string;
  circle(circle: string, generation: number): string;
  readonly data: string;
  readonly log: string;
  entry(index: number): string;
  readonly end: string;
  readonly snapshots: string;
  readonly now: string;
  snapshot(n: number): string;
  readonly held: string;
  heldWrite(id: string): string;
  readonly sent: string;
  sentEntry(hash: string): string;
  readonly server: string;
  readonly serverCopy: string;
  readonly reached: string;
  readonly alarms: string;
  /** Sealed: hashes of checkpoints that this device looked at and will not vouch for. */
  readonly judged: string;
  /** Sealed: which checkpoint this device began with, and who found it right. */
  readonly given: string;
  /** 16 bytes that only who knows the workspace can tell it by. */
  readonly tag: string;
  readonly kitDevices: string;
  /** Sealed: the public key of the recovery device, and the recipient of its backups. */
  kitDevice(n: number): string;
  /** Sealed: invitations that this device made and can approve. */
  readonly invitations: string;
  /** Sealed: the secrets of the lobbies where recovery devices find their welcomes. */
  readonly recoveryLobbies: string;
  readonly aside: string;
}

export function placeKeys(place: string, format: number = FORMAT): PlaceKeys {
  const keys = `${place}/keys/`;
  const wraps = `${keys}${format}/`;
  const data = `${place}/${format}/`;
  return {
    place,
    all: `${place}/`,
    keys,
    locks: `${keys}lock/`,
    lock: (n) => `${keys}lock/${keyNumber(n)}`,
    kits: `${keys}kit`,
    kit: (n) => `${keys}kit/${keyNumber(n)}`,
    wraps,
    device: `${wraps}device`,
    root: `${wraps}root`,
    epoch: (epoch) => `${wraps}epoch/${keyNumber(epoch)}`,
    circle: (circle, generation) => `${wraps}circle/${circle}/${keyNumber(generation)}`,
    data,
    log: `${data}log/`,
    entry: (index) => `${data}log/${keyNumber(index)}`,
    end: `${data}end`,
    snapshots: `${data}snapshot/`,
    now: `${data}snapshot/now`,
    snapshot: (n) => `${data}snapshot/${keyNumber(n)}/`,
    held: `${data}held/`,
    heldWrite: (id) => `${data}held/${id}`,
    sent: `${data}sent/`,
    sentEntry: (hash) => `${data}sent/${hash}`,
    server: `${data}server`,
    serverCopy: `${data}server-copy`,
    alarms: `${data}alarms`,
    judged: `${data}judged`,
    given: `${data}given`,
    reached: `${data}reached`,
    tag: `${data}tag`,
    kitDevices: `${data}kit-device`,
    kitDevice: (n) => `${data}kit-device/${keyNumber(n)}`,
    invitations: `${data}invitations`,
    recoveryLobbies: `${data}recovery-lobbies`,
    aside: `${place}/aside/`,
  };
}

export function newPlace(random: Random): string {
  return bytesToText(random(12));
}

/** The places in a storage, from their locks. */
export async function placesIn(storage: Storage): Promise<readonly string[]> {
  const places = new Set<string>();
  for (const key of await storage.keys('')) {
    const [place, part, kind] = key.split('/');
    if (place && part === 'keys' && kind === 'lock') places.add(place);
  }
  return [...places];
}

/** Takes a workspace off this device: what opens it first, then the rest. */
export async function erasePlace(storage: Storage, place: string) {
  const { keys, all } = placeKeys(place);
  return (await storage.erase(keys)) ?? (await storage.erase(all));
}

/** Tells the same workspace again without naming it: what `tag` holds. */
export function tagOf(workspace: Uint8Array): Uint8Array {
  return sha256(concat(utf8Bytes('alongside/local/v1/tag\0'), workspace)).slice(0, 16);
}
