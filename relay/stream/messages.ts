/**
 * The body of an append in the token profile: a JSON array of strings, each one message in base64url.
 * Only its form is looked at. It is read byte by byte and cut into blocks without being copied where
 * it is written compactly; a message is never taken apart.
 */
export interface Messages {
  /** What the store keeps: messages in their quotes, joined by commas. */
  readonly blocks: readonly Uint8Array[];
  readonly count: number;
}

export interface MessageLimits {
  readonly messages: number;
  /** Of one message, decoded. */
  readonly messageBytes: number;
}

/** A reader begins at a block: one that is longer than this holds a single message. */
const blockBytes = 256 * 1024;

const quote = 0x22;
const comma = 0x2c;
const open = 0x5b;
const close = 0x5d;
const isLetter = new Uint8Array(256);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
  isLetter[letter.charCodeAt(0)] = 1;
}
const isSpace = new Uint8Array(256);
for (const space of [0x20, 0x09, 0x0a, 0x0d]) isSpace[space] = 1;

/** Reads a body. `Malformed` where it is anything else, `TooMuch` where a limit is passed. */
export function readMessages(
  body: Uint8Array,
  limits: MessageLimits,
): Messages | 'Malformed' | 'TooMuch' {
  const blocks: Uint8Array[] = [];
  let count = 0;
  let pieces: Uint8Array[] = [];
  let size = 0;
  let at = skipSpace(body, 0);
  if (body[at] !== open) return 'Malformed';
  do {
    at = skipSpace(body, at + 1);
    const start = at;
    if (body[at] !== quote) return 'Malformed';
    at += 1;
    while (isLetter[body[at] as number]) at += 1;
    const letters = at - start - 1;
    if (body[at] !== quote || letters === 0 || letters % 4 === 1) return 'Malformed';
    at += 1;
    count += 1;
    if (count > limits.messages || bytesOf(letters) > limits.messageBytes) return 'TooMuch';
    if (size > 0 && size + at - start > blockBytes) {
      blocks.push(joined(pieces));
      pieces = [];
      size = 0;
    }
    pieces.push(body.subarray(start, at));
    size += at - start + 1;
    at = skipSpace(body, at);
  } while (body[at] === comma);
  if (body[at] !== close || skipSpace(body, at + 1) !== body.length) return 'Malformed';
  blocks.push(joined(pieces));
  return { blocks, count };
}

function bytesOf(letters: number): number {
  return Math.floor((letters * 3) / 4);
}

function skipSpace(body: Uint8Array, from: number): number {
  let at = from;
  while (isSpace[body[at] as number]) at += 1;
  return at;
}

/**
 * Pieces with nothing but one comma between each are one stretch of the body already: every gap has at
 * least its comma, so the lengths alone tell.
 */
function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const first = pieces[0] as Uint8Array;
  const last = pieces.at(-1) as Uint8Array;
  const length = pieces.reduce((sum, piece) => sum + piece.length, pieces.length - 1);
  if (last.byteOffset + last.length - first.byteOffset === length) {
    return new Uint8Array(first.buffer, first.byteOffset, length);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    if (at > 0) whole[at++] = comma;
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
