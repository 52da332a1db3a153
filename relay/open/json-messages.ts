/**
 * The body of an append to a JSON stream in the open profile: any JSON value is one message, an array is
 * a list of messages. Values are kept as they were written, digit by digit.
 */
const commaCode = 0x2c;
const quoteCode = 0x22;
const backslash = 0x5c;

/** The messages' text, or undefined where it is no JSON. */
export function jsonMessages(body: Uint8Array): readonly string[] | undefined {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return Array.isArray(value) ? elements(text, value.length) : [text.trim()];
}

/** Cuts an array that is known to be well formed at its own commas. */
function elements(text: string, count: number): string[] {
  if (count === 0) return [];
  const inside = text.slice(text.indexOf('[') + 1, text.lastIndexOf(']'));
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < inside.length; at++) {
    const letter = inside.charCodeAt(at);
    if (letter === quoteCode) at = endOfText(inside, at);
    else if (letter === commaCode && depth === 0) {
      found.push(inside.slice(start, at).trim());
      start = at + 1;
    } else if ('[{'.includes(inside[at] as string)) depth += 1;
    else if (']}'.includes(inside[at] as string)) depth -= 1;
  }
  return [...found, inside.slice(start).trim()];
}

function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (text.charCodeAt(at) !== quoteCode) at += text.charCodeAt(at) === backslash ? 2 : 1;
  return at;
}
