/**
 * Which server a place is served by, sealed: whoever has the disk alone does not learn it. A place
 * without this record is alone.
 */
import { bytesToPlain } from '../../envelope/cbor-read.ts';
import { plainToBytes } from '../../envelope/cbor-write.ts';
import { openRecord, sealRecord } from '../root.ts';
import type { Write } from '../storage.ts';
import type { Resting } from './keys-at-rest.ts';

export interface ServerRecord {
  /** Its address, without a slash at the end. */
  readonly server: string;
  /**
   * From which message of the log on the server has what is here, and nothing before it; null where the
   * stream began before anything here did.
   */
  readonly since: number | null;
}

export async function serverToRest(
  { keys, local, random }: Resting,
  { server, since }: ServerRecord,
): Promise<readonly Write[]> {
  const bytes = plainToBytes([server, since]);
  return Promise.all(
    [keys.server, keys.serverCopy].map(async (key) => ({
      put: key,
      bytes: await sealRecord(local.data, key, bytes, random),
    })),
  );
}

/**
 * The record; undefined where the place is alone. Where neither copy can be read the server is '': the
 * place is served, and must never go on as if it were alone.
 */
export async function readServer(resting: Resting): Promise<ServerRecord | undefined> {
  const { storage, keys, local } = resting;
  let isThere = false;
  for (const key of [keys.server, keys.serverCopy]) {
    const sealed = await storage.get(key);
    isThere ||= sealed !== undefined;
    const bytes = sealed && (await openRecord(local.data, key, sealed));
    const plain = bytes && bytesToPlain(bytes);
    if (!Array.isArray(plain)) continue;
    const [server, since] = plain as readonly unknown[];
    if (typeof server === 'string' && (typeof since === 'number' || since === null))
      return { server, since };
  }
  return isThere ? { server: '', since: null } : undefined;
}
