/**
 * The keyring that rests on disk: a device's keys, epoch keys and circle keys, each wrapped under
 * the local root. In use they are handles that cannot be exported. A wrap that cannot be read costs
 * only what it opened, except the device's own.
 */
import { type Bytes, copyOf } from '../../envelope/bytes.ts';
import { bytesToPlain } from '../../envelope/cbor-read.ts';
import { plainToBytes } from '../../envelope/cbor-write.ts';
import { deviceFromSeeds } from '../../identity/device.ts';
import { circleSecret, epochSecret } from '../../identity/secret.ts';
import type {
  CircleSecret,
  DeviceSeeds,
  Keyring,
  Random,
  RawKeys,
  Secret,
} from '../../identity/types.ts';
import {
  unwrapCircle,
  unwrapDevice,
  unwrapEpoch,
  unwrapRaw,
  type WrappedDevice,
  wrapDevice,
  wrapRaw,
} from '../../identity/wrapping.ts';
import type { LocalKeys } from '../root.ts';
import { type Storage, StorageGone, type Write } from '../storage.ts';
import type { PlaceKeys } from './place.ts';

export interface Resting {
  readonly storage: Storage;
  readonly keys: PlaceKeys;
  readonly local: LocalKeys;
  readonly random: Random;
}

export interface KeyringAtRest extends Keyring {
  /** Wraps that could not be read. */
  readonly damaged: readonly { readonly type: 'KeyDamaged'; readonly key: 'epoch' | 'circle' }[];
  /**
   * Wraps that the storage refused. No snapshot may lie on the disk without the keys that it needs: it
   * takes these with it, and says so with `paid`.
   */
  readonly owed: readonly Write[];
  paid(writes: readonly Write[]): void;
}

/** The write that puts a new device's keys to rest. */
export async function deviceToRest(
  { keys, local, random }: Resting,
  seeds: DeviceSeeds,
): Promise<Write> {
  const { card } = await deviceFromSeeds(seeds);
  const { sign, kem } = await wrapDevice(seeds, card, local.wraps, random);
  return { put: keys.device, bytes: plainToBytes([card.sign, card.kem, sign, kem]) };
}

/** Opens the keyring; null where the device's own keys cannot be read. */
export async function openKeyring(resting: Resting): Promise<KeyringAtRest | null> {
  const { storage, keys, local, random } = resting;
  const wrapped = bytesToDevice(await storage.get(keys.device));
  const device = wrapped && (await unwrapDevice(wrapped, local.wraps));
  if (!device) return null;

  const epochs = new Map<number, Secret>();
  const circles = new Map<string, CircleSecret>();
  const broken = new Map<string, 'epoch' | 'circle'>();
  let owed: readonly Write[] = [];

  async function load() {
    for (const [key, bytes] of await storage.getAll(keys.wraps)) {
      const use = key.slice(keys.wraps.length);
      const [kind, name, generation] = use.split('/');
      if (kind === 'epoch' && !epochs.has(Number(name))) {
        const secret = await unwrapEpoch(bytes, use, local.wraps);
        if (secret) epochs.set(Number(name), secret);
        else broken.set(key, 'epoch');
      } else if (kind === 'circle' && !circles.has(`${name}/${Number(generation)}`)) {
        const secret = await unwrapCircle(bytes, use, local.wraps);
        if (secret) circles.set(`${name}/${Number(generation)}`, secret);
        else broken.set(key, 'circle');
      }
    }
  }

  async function keep(key: string, raw: Bytes): Promise<void> {
    const bytes = await wrapRaw(raw, key.slice(keys.wraps.length), local.wraps, random);
    const write = { put: key, bytes };
    if (await storage.write([write])) owed = [...owed, write];
  }

  /** Removes the wraps, and has the disk let go of them all with the last. */
  async function erase(wraps: readonly string[]): Promise<void> {
    const last = wraps.at(-1);
    if (last === undefined) return;
    const removed = await storage.write(wraps.slice(0, -1).map((remove) => ({ remove })));
    const refusal = removed ?? (await storage.erase(last));
    if (refusal) throw new StorageGone(refusal.type);
  }

  async function reveal(also: readonly number[] = []): Promise<RawKeys> {
    const wanted = new Set([Math.max(...epochs.keys()), ...also]);
    const found: { epochs: Mutable<RawKeys['epochs']>; circles: Mutable<RawKeys['circles']> } = {
      epochs: [],
      circles: [],
    };
    for (const [key, bytes] of await storage.getAll(keys.wraps)) {
      const use = key.slice(keys.wraps.length);
      const [kind, name, generation] = use.split('/');
      if (kind !== 'circle' && !(kind === 'epoch' && wanted.has(Number(name)))) continue;
      const raw = await unwrapRaw(bytes, use, local.wraps);
      if (raw && kind === 'epoch') found.epochs.push({ epoch: Number(name), raw });
      else if (raw) {
        found.circles.push({ circle: name as string, generation: Number(generation), raw });
      }
    }
    return found;
  }

  await load();
  return {
    device,
    get damaged() {
      return [...broken.values()].map((key) => ({ type: 'KeyDamaged', key }) as const);
    },
    get owed() {
      return owed;
    },
    paid(writes) {
      owed = owed.filter((write) => !writes.includes(write));
    },
    epoch: (epoch) => epochs.get(epoch),
    circle: (circle, generation) => circles.get(`${circle}/${generation}`),
    async keepEpoch(epoch, raw) {
      await keep(keys.epoch(epoch), raw);
      const secret = await epochSecret(raw);
      epochs.set(epoch, secret);
      return secret;
    },
    async keepCircle(circle, generation, raw) {
      await keep(keys.circle(circle, generation), raw);
      const secret = await circleSecret(raw);
      circles.set(`${circle}/${generation}`, secret);
      return secret;
    },
    async forget({ epochsBefore, circles: old }) {
      const oldEpochs = [...epochs.keys()].filter((epoch) => epoch < epochsBefore);
      const oldCircles = [...circles.keys()].filter((name) => {
        const [circle, generation] = name.split('/');
        const named = old.find((one) => one.circle === circle);
        return named !== undefined && Number(generation) < named.before;
      });
      await erase([
        ...oldEpochs.map(keys.epoch),
        ...oldCircles.map((name) => {
          const [circle = '', generation] = name.split('/');
          return keys.circle(circle, Number(generation));
        }),
      ]);
      for (const epoch of oldEpochs) epochs.delete(epoch);
      for (const name of oldCircles) circles.delete(name);
    },
    reveal,
  };
}

type Mutable<List> = List extends readonly (infer Item)[] ? Item[] : never;

function bytesToDevice(bytes: Uint8Array | undefined): WrappedDevice | null {
  const plain = bytes && bytesToPlain(bytes);
  if (!Array.isArray(plain) || plain.length !== 4) return null;
  if (!plain.every((part) => part instanceof Uint8Array)) return null;
  const [signPub, kemPub, sign, kem] = plain.map((part) => copyOf(part as Uint8Array));
  if (signPub?.length !== 32 || kemPub?.length !== 32 || !sign || !kem) return null;
  return { card: { sign: signPub, kemAlg: 1, kem: kemPub }, sign, kem };
}
