/** A keyring in memory: for tests and for a passing workspace. It keeps raw keys, unlike storage. */

import type { Bytes } from '../envelope/bytes.ts';
import { circleSecret, epochSecret } from './secret.ts';
import type { CircleSecret, DeviceKeys, Keyring, RawKeys, Secret } from './types.ts';

export function createKeyring(device: DeviceKeys): Keyring {
  const epochs = new Map<number, { secret: Secret; raw: Bytes }>();
  const circles = new Map<
    string,
    { circle: string; generation: number; secret: CircleSecret; raw: Bytes }
  >();
  return {
    device,
    epoch: (epoch) => epochs.get(epoch)?.secret,
    circle: (circle, generation) => circles.get(`${circle}/${generation}`)?.secret,
    async keepEpoch(epoch, raw) {
      const secret = await epochSecret(raw);
      epochs.set(epoch, { secret, raw });
      return secret;
    },
    async keepCircle(circle, generation, raw) {
      const secret = await circleSecret(raw);
      circles.set(`${circle}/${generation}`, { circle, generation, secret, raw });
      return secret;
    },
    async forget({ epochsBefore, circles: old }) {
      for (const epoch of epochs.keys()) if (epoch < epochsBefore) epochs.delete(epoch);
      for (const [name, { circle, generation }] of circles) {
        const named = old.find((one) => one.circle === circle);
        if (named && generation < named.before) circles.delete(name);
      }
    },
    async reveal(also: readonly number[] = []): Promise<RawKeys> {
      const newest = Math.max(...epochs.keys());
      const wanted = [...epochs].filter(([epoch]) => epoch === newest || also.includes(epoch));
      return {
        epochs: wanted.map(([epoch, { raw }]) => ({ epoch, raw })),
        circles: [...circles.values()].map(({ circle, generation, raw }) => ({
          circle,
          generation,
          raw,
        })),
      };
    },
  };
}
