/**
 * An answer from somebody with nothing installed: sealed in their browser to the circle that the notice
 * names, inside a message like any other of the stream. Only the circle reads it; who else has the link
 * sees that something came, and so does the server.
 */
import { type Bytes, bytesToText, concat, uint32 } from '../envelope/bytes.ts';
import { bytesToPlain, type Plain } from '../envelope/cbor-read.ts';
import { plainToBytes, type Writable } from '../envelope/cbor-write.ts';
import { contexts, plainHash } from '../envelope/contexts.ts';
import { isCount } from '../envelope/frame.ts';
import { openSealed, sealTo } from '../identity/kem.ts';
import type { Keyring, Random } from '../identity/types.ts';
import { partsOf, postTo, readLobby } from '../joining/lobby.ts';
import type { Stream } from '../log/types.ts';
import { idToPlain, plainToId } from '../membership/parts.ts';
import type { CircleId, RecordId } from '../types.ts';
import type { IntakeKeys } from './keys.ts';
import type { Notice } from './notice.ts';
import type { VisitorKeys } from './visitor-keys.ts';

/** Messages of an inbox that are looked at. */
const MOST_REPLIES = 4096;

export interface Reply {
  /** The same on every device that picks it up: what they make of it is one record. */
  readonly id: RecordId;
  /** The circle that it was sealed to. */
  readonly circle: CircleId;
  readonly says: Plain;
}

export interface RepliesRead {
  readonly replies: readonly Reply[];
  /** Answers under a key that this device was never given, or that are no answers at all. */
  readonly unreadable: number;
}

export async function postReply(
  stream: Stream,
  keys: VisitorKeys,
  { to }: Notice,
  says: Writable,
  random: Random,
): Promise<void> {
  const info = replyInfo(keys.inbox.id, to.circle, to.generation);
  const sealed = await sealTo(to.kemPub, info, plainToBytes(says), random);
  const message = ['reply', idToPlain(to.circle), to.generation, sealed] as const;
  await postTo(stream, { ...keys.inbox, read: new Uint8Array(0) }, message, random);
}

/** Every answer that came and that these keys open, in the order in which they came. */
export async function readReplies(
  stream: Stream,
  { inbox }: IntakeKeys,
  keys: Keyring,
): Promise<RepliesRead> {
  const messages = partsOf(await readLobby(stream, inbox, MOST_REPLIES), 'reply', 3);
  const replies = new Map<RecordId, Reply>();
  let unreadable = 0;
  for (const [circlePlain, generation, sealed] of messages) {
    const reply = await opened(inbox.id, plainToId(circlePlain), generation, sealed, keys);
    if (reply) replies.set(reply.id, reply);
    else unreadable += 1;
  }
  return { replies: [...replies.values()], unreadable };
}

async function opened(
  inbox: Uint8Array,
  circle: CircleId | null,
  generation: Plain | undefined,
  sealed: Plain | undefined,
  keys: Keyring,
): Promise<Reply | null> {
  if (circle === null || !isCount(generation) || !(sealed instanceof Uint8Array)) return null;
  const secret = keys.circle(circle, generation);
  const info = replyInfo(inbox, circle, generation);
  const bytes = secret && (await openSealed(secret.kem, info, sealed));
  const says = bytes ? bytesToPlain(bytes) : undefined;
  const id = bytesToText(plainHash(sealed).slice(0, 16));
  return says === undefined ? null : { id, circle, says };
}

function replyInfo(inbox: Uint8Array, circle: CircleId, generation: number): Bytes {
  return concat(contexts.reply, inbox, idToPlain(circle), uint32(generation));
}
