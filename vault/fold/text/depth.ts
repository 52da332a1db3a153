/**
 * How deep the values in an update go, read before Yjs reads it: its decoder calls itself once a level,
 * and how many levels fit on a stack is each runtime's own. So the bytes are walked without calling
 * back, as far as they are an update; what they are beyond that, the decoder says.
 */

/** Whether a value of lists and maps in the update has more levels than this. */
export function isDeeperThan(most: number, update: Uint8Array): boolean {
  const at = new Cursor(update);
  try {
    for (let sections = at.number(); sections > 0; sections -= 1) {
      let structs = at.number();
      at.number();
      at.number();
      for (; structs > 0; structs -= 1) if (structIsDeeper(at, most)) return true;
    }
  } catch (error) {
    if (!(error instanceof PastTheEnd)) throw error;
  }
  return false;
}

class PastTheEnd extends Error {}

class Cursor {
  readonly bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  byte(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new PastTheEnd();
    this.at += 1;
    return byte;
  }

  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  }

  /** Bytes with their length before them. */
  run(): Uint8Array {
    return this.take(this.number());
  }

  take(length: number): Uint8Array {
    const end = this.at + length;
    if (end > this.bytes.length) throw new PastTheEnd();
    const taken = this.bytes.subarray(this.at, end);
    this.at = end;
    return taken;
  }
}

/** The names that Yjs gives the kinds of struct and content, by their numbers in its format. */
const kinds = {
  collected: 0,
  deleted: 1,
  json: 2,
  binary: 3,
  string: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
  subdocument: 9,
  skip: 10,
} as const;
const [hasOrigin, hasRightOrigin, hasParentSub, kindBits] = [0x80, 0x40, 0x20, 0x1f];
/** Shared types that carry a name. */
const named = [3, 5];

function structIsDeeper(at: Cursor, most: number): boolean {
  const info = at.byte();
  const kind = info & kindBits;
  if (info === kinds.skip || kind === kinds.collected) {
    at.number();
    return false;
  }
  if (info & hasOrigin) skipId(at);
  if (info & hasRightOrigin) skipId(at);
  if (!(info & (hasOrigin | hasRightOrigin))) {
    if (at.number() === 1) at.run();
    else skipId(at);
    if (info & hasParentSub) at.run();
  }
  return contentIsDeeper(at, kind, most);
}

function skipId(at: Cursor): void {
  at.number();
  at.number();
}

function contentIsDeeper(at: Cursor, kind: number, most: number): boolean {
  switch (kind) {
    case kinds.deleted:
      at.number();
      return false;
    case kinds.json: {
      for (let left = at.number(); left > 0; left -= 1)
        if (jsonIsDeeper(at.run(), most)) return true;
      return false;
    }
    case kinds.embed:
      return jsonIsDeeper(at.run(), most);
    case kinds.format:
      at.run();
      return jsonIsDeeper(at.run(), most);
    case kinds.type:
      if (named.includes(at.number())) at.run();
      return false;
    case kinds.any:
      return valuesAreDeeper(at, at.number(), most);
    case kinds.subdocument:
      at.run();
      return valuesAreDeeper(at, 1, most);
    case kinds.binary:
    case kinds.string:
      at.run();
      return false;
    default:
      throw new PastTheEnd();
  }
}

/** Brackets outside of strings. */
function jsonIsDeeper(text: Uint8Array, most: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = String.fromCharCode(text[at] as number);
    if (quoted) {
      if (char === '\\') at += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '[' || char === '{') {
      depth += 1;
      if (depth > most) return true;
    } else if (char === ']' || char === '}') depth -= 1;
  }
  return false;
}

/** So many of the values that Yjs calls *any*; what is left of each level stands on a list of our own. */
function valuesAreDeeper(at: Cursor, count: number, most: number): boolean {
  const levels: { left: number; readonly keys: boolean }[] = [{ left: count, keys: false }];
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    if (level.left === 0) {
      levels.pop();
      continue;
    }
    level.left -= 1;
    if (level.keys) at.run();
    const kind = at.byte();
    if (kind === 117 || kind === 118) {
      levels.push({ left: at.number(), keys: kind === 118 });
      if (levels.length - 1 > most) return true;
    } else if (kind === 119 || kind === 116) at.run();
    else if (kind === 125) skipSigned(at);
    else if (kind === 124) at.take(4);
    else if (kind === 123 || kind === 122) at.take(8);
    else if (kind < 116 || kind > 127) throw new PastTheEnd();
  }
  return false;
}

function skipSigned(at: Cursor): void {
  while (at.byte() >= 0x80);
}
