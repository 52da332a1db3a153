/** Checkpoints that this device looked at and does not vouch for, sealed at rest: none is fetched twice. */
import { bytesToText } from '../../envelope/bytes.ts';
import { bytesToPlain } from '../../envelope/cbor-read.ts';
import { plainToBytes } from '../../envelope/cbor-write.ts';
import { isBytes } from '../../envelope/frame.ts';
import type { Resting } from '../../local/rest/keys-at-rest.ts';
import { openRecord, sealRecord } from '../../local/root.ts';

/** As many as a device remembers checkpoints. */
const REMEMBERED = 32;

export interface Judged {
  has(sha256: Uint8Array): boolean;
  /** Remembered beyond this session where the disk takes it, and in it anyhow. */
  add(sha256: Uint8Array): Promise<void>;
}

export async function openJudged({ storage, keys, local, random }: Resting): Promise<Judged> {
  const key = keys.judged;
  const sealed = await storage.get(key);
  const bytes = sealed && (await openRecord(local.data, key, sealed));
  const plain = bytes && bytesToPlain(bytes);
  let hashes: readonly Uint8Array[] = Array.isArray(plain)
    ? plain.filter((one) => isBytes(one, 32))
    : [];
  return {
    has: (sha256) => hashes.some((one) => bytesToText(one) === bytesToText(sha256)),
    async add(sha256) {
      hashes = [...hashes, sha256].slice(-REMEMBERED);
      await storage.write([
        { put: key, bytes: await sealRecord(local.data, key, plainToBytes([...hashes]), random) },
      ]);
    },
  };
}
