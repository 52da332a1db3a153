/**
 * PUT: makes a stream, with a voucher or as the child of a stream that the caller may append to. The
 * same PUT again answers 200, so that a lost answer costs nothing; any other for a name that is
 * taken is told nothing.
 */
import { addressKey } from '../access/addresses.ts';
import { isStreamName, keyFrom, verifierFrom } from '../access/keys.ts';
import { isManageKey } from '../access/manage.ts';
import { mayAppend } from '../access/tokens.ts';
import { type Answer, answer, isAnswer } from '../answers.ts';
import { problem } from '../problems.ts';
import type { Exchange, Relay } from '../relay.ts';
import { type Access, type Allowance, isTrouble, type StreamState } from '../store/store.ts';
import { readBody } from './body.ts';
import { isJson } from './encoding.ts';
import { troubled } from './granted-read.ts';
import { offsetOf } from './offsets.ts';

export async function create(relay: Relay, { incoming, id }: Exchange): Promise<Answer> {
  const { store, surroundings, rates, counts } = relay;
  const wait = rates.creations.take(addressKey(incoming, relay.proxies), surroundings.now());
  if (wait !== undefined) return problem('TooMany', {}, wait);
  const asked = readHeaders(relay, incoming.headers);
  if (!asked) return problem('BadRequest');
  if ((await readBody(incoming, 0)) === 'TooLarge') return problem('BadBody');
  const allowance = await allowanceOf(relay, asked);
  if (isAnswer(allowance)) return allowance;
  const created = await store.create(
    {
      id,
      contentType: 'application/json',
      blocks: [],
      closed: false,
      expiresAt: asked.expiresAt,
      ttl: null,
      access: asked.access,
    },
    allowance,
  );
  switch (created.type) {
    case 'Created':
      counts.add('creations_total');
      return made(201, created.state);
    case 'Exists':
      return isSame(created.state, asked) ? made(200, created.state) : problem('NothingHere');
    case 'QuotaSpent':
      return problem('QuotaSpent', {}, 3600);
    case 'NoStream':
    case 'NoVoucher':
    case 'TokensChanged':
      return problem('NothingHere');
    default:
      return troubled(created);
  }
}

interface Asked {
  readonly access: Access;
  readonly parent: string | null;
  readonly expiresAt: number | null;
  /** Hash of the voucher, or the verifier of the parent's append token. */
  readonly verifier: Uint8Array | undefined;
}

type Given = Readonly<Record<string, string | string[] | undefined>>;

/** Undefined where a header is missing, malformed or out of place. */
function readHeaders({ surroundings, limits }: Relay, headers: Given): Asked | undefined {
  const [read, append, more] = text(headers['alongside-tokens'])?.split('.').map(keyFrom) ?? [];
  const key = text(headers['alongside-manage']);
  const manage = key === undefined ? null : keyFrom(key);
  const parent = text(headers['alongside-parent']) ?? null;
  const expires = text(headers['alongside-expires']);
  const now = surroundings.now();
  const expiresAt = expires === undefined ? null : Number(expires) * 1000;
  const isGood =
    isJson(text(headers['content-type']) ?? '') &&
    more === undefined &&
    (manage === null ? parent !== null : manage !== undefined && isManageKey(manage)) &&
    (parent === null ? expires === undefined : isStreamName(parent)) &&
    (expires === undefined || /^\d{1,12}$/.test(expires)) &&
    (expiresAt === null || (expiresAt > now && expiresAt <= now + limits.expiryMilliseconds));
  if (!isGood || !read || !append || manage === undefined) return undefined;
  const verifier = verifierFrom(text(headers.authorization));
  return { access: { read, append, manage }, parent, expiresAt, verifier };
}

function text(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** By what the stream may be made; the one answer of those who may not. */
async function allowanceOf(relay: Relay, asked: Asked): Promise<Allowance | Answer> {
  const { verifier, parent } = asked;
  if (!verifier) return problem('NothingHere');
  if (parent === null) {
    const voucher = await relay.store.voucher(verifier);
    if (isTrouble(voucher)) return troubled(voucher);
    return voucher ? { by: 'voucher', hash: verifier } : problem('NothingHere');
  }
  const granted = await mayAppend(relay.store, parent, verifier);
  if (isTrouble(granted)) return troubled(granted);
  if ('type' in granted) return problem('NothingHere');
  return { by: 'parent', id: parent, generation: granted.state.generation };
}

function isSame(state: StreamState, { access, parent }: Asked): boolean {
  return (
    state.access !== null &&
    state.parent === parent &&
    isEqual(state.access.read, access.read) &&
    isEqual(state.access.append, access.append) &&
    isEqual(state.access.manage, access.manage)
  );
}

function isEqual(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
}

function made(status: 200 | 201, state: StreamState): Answer {
  return answer(status, null, {
    'content-type': state.contentType,
    'stream-next-offset': offsetOf(state.tail),
    ...(status === 201 && { location: `/v1/stream/${state.id}` }),
  });
}
