/**
 * The notice: what is asked, in words of the organization's own, and to which key answers are sealed.
 * Signed, because the server that keeps it might be given the link. The last that is right counts, so
 * that one can be corrected or ended.
 */
import { type Bytes, concat, sameBytes } from '../envelope/bytes.ts';
import { bytesToPlain, type Plain } from '../envelope/cbor-read.ts';
import { plainToBytes, type Writable } from '../envelope/cbor-write.ts';
import { contexts } from '../envelope/contexts.ts';
import { isBytes, isCount } from '../envelope/frame.ts';
import { sign, verifyNative } from '../identity/signing.ts';
import type { Random } from '../identity/types.ts';
import { type LobbyMessage, partsOf, postTo, readLobby } from '../joining/lobby.ts';
import type { Stream } from '../log/types.ts';
import { idToPlain, plainToId, plainToList } from '../membership/parts.ts';
import type { CircleId } from '../types.ts';
import type { IntakeKeys } from './keys.ts';
import { authorOf, type VisitorKeys } from './visitor-keys.ts';

export interface Notice {
  /** What the page says, as the room that asks wrote it. */
  readonly says: Plain;
  /** Until when it is taken to be of use, ms since 1970. */
  readonly until: number;
  /** Where answers go: the circle that can open them, as it is now. */
  readonly to: {
    readonly circle: CircleId;
    readonly generation: number;
    readonly kemPub: Uint8Array;
  };
}

type NoticeToPost = Omit<Notice, 'says'> & { readonly says: Writable };

export async function postNotice(
  stream: Stream,
  keys: IntakeKeys,
  notice: NoticeToPost,
  random: Random,
): Promise<void> {
  const bytes = noticeToBytes(notice);
  const sig = await sign(keys.sign, signedPart(keys.notice.id, bytes));
  await postTo(stream, keys.notice, ['notice', bytes, keys.signPub, sig], random);
}

/** The newest notice that its author signed; null where there is none. */
export async function readNotice(stream: Stream, keys: VisitorKeys): Promise<Notice | null> {
  const messages = await readLobby(stream, { ...keys.notice, append: new Uint8Array(0) });
  for (const message of partsOf(messages, 'notice', 3).toReversed()) {
    const notice = await checked(message, keys);
    if (notice) return notice;
  }
  return null;
}

/**
 * Whether whoever has the link reads this there. After posting it may not be so: somebody else with the secret
 * can have posted later, or so much before it that nobody reads as far.
 */
export async function isNoticeRead(
  stream: Stream,
  { notice, inbox, link }: IntakeKeys,
  posted: NoticeToPost,
): Promise<boolean> {
  const read = await readNotice(stream, { notice, inbox, author: link.author });
  return (
    read !== null &&
    sameBytes(noticeToBytes({ ...read, says: read.says as Writable }), noticeToBytes(posted))
  );
}

async function checked(
  [bytes, signPub, sig]: LobbyMessage | readonly Plain[],
  keys: VisitorKeys,
): Promise<Notice | null> {
  if (!(bytes instanceof Uint8Array) || !isBytes(signPub as Plain, 32)) return null;
  if (!isBytes(sig as Plain, 64)) return null;
  const author = signPub as Bytes;
  if (!sameBytes(authorOf(author), keys.author)) return null;
  const signed = signedPart(keys.notice.id, bytes as Uint8Array);
  // WebCrypto alone: no two devices need agree about a notice, and the page stays small.
  if (!(await verifyNative(author, sig as Bytes, signed))) return null;
  return plainToNotice(bytesToPlain(bytes as Uint8Array));
}

function noticeToBytes({ says, until, to: { circle, generation, kemPub } }: NoticeToPost): Bytes {
  return plainToBytes([says, until, [idToPlain(circle), generation, kemPub]]);
}

function plainToNotice(plain: Plain | undefined): Notice | null {
  const [says, until, toPlain] = plainToList(plain, 3) ?? [];
  const [circlePlain, generation, kemPub] = plainToList(toPlain, 3) ?? [];
  const circle = plainToId(circlePlain);
  if (says === undefined || !isCount(until) || circle === null) return null;
  if (!isCount(generation) || !isBytes(kemPub, 32)) return null;
  return { says, until, to: { circle, generation, kemPub } };
}

function signedPart(stream: Uint8Array, bytes: Uint8Array): Bytes {
  return concat(contexts.notice, stream, bytes);
}
