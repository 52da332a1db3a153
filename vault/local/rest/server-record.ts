/**
 * Which server a place is served by, sealed: whoever has the disk alone does not learn it. A place
 * without this record is alone.
 */
import { bytesToPlain, type Plain } from '../../envelope/cbor-read.ts';
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
  /** For which stream and incarnation that is; null where the workspace has never moved since. */
  readonly of?: Gone | null;
  /** What was moved from, as long as it is still there. */
  readonly left?: readonly Left[];
}

/** Where the workspace went on. */
export interface Gone {
  readonly stream: Uint8Array;
  /** The incarnation, as text. */
  readonly incarnation: string;
  /** How many messages counted when it went on: whoever has read fewer lags behind this record. */
  readonly n: number;
}

export interface Left {
  readonly server: string;
  /** Null where this device does not know it any more: another has to see that it goes. */
  readonly stream: Uint8Array | null;
  /**
   * In a stream that goes on: everything before this place is what was left; null where that is not
   * known. Where the stream changed, all of it was.
   */
  readonly before: string | null;
  /** The first message of the log on this device that is not of it. */
  readonly index: number;
}

export async function serverToRest(
  { keys, local, random }: Resting,
  { server, since, of = null, left = [] }: ServerRecord,
): Promise<readonly Write[]> {
  const bytes = plainToBytes([
    server,
    since,
    of && [of.stream, of.incarnation, of.n],
    left.map((one) => [one.server, one.stream, one.before, one.index]),
  ]);
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
    const [server, since, of, left] = plain as readonly Plain[];
    if (typeof server === 'string' && (typeof since === 'number' || since === null)) {
      return { server, since, of: plainToGone(of), left: plainToLeft(left) };
    }
  }
  return isThere ? { server: '', since: null } : undefined;
}

function plainToGone(plain: Plain | undefined): Gone | null {
  if (!Array.isArray(plain)) return null;
  const [stream, incarnation, n] = plain as readonly Plain[];
  if (!(stream instanceof Uint8Array) || typeof incarnation !== 'string') return null;
  return typeof n === 'number' ? { stream, incarnation, n } : null;
}

function plainToLeft(plain: Plain | undefined): readonly Left[] {
  if (!Array.isArray(plain)) return [];
  return (plain as readonly Plain[]).flatMap((one) => {
    if (!Array.isArray(one)) return [];
    const [server, stream, before, index] = one as readonly Plain[];
    if (typeof server !== 'string' || typeof index !== 'number') return [];
    const known = stream instanceof Uint8Array ? stream : null;
    return [{ server, stream: known, before: typeof before === 'string' ? before : null, index }];
  });
}
