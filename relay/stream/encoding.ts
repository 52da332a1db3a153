/** Blocks as they are sent: in the body of an answer, and as events. */
import { Buffer } from 'node:buffer';

/** The type without parameters, in lower case. */
export function mediaType(contentType: string): string {
  return (contentType.split(';')[0] as string).trim().toLowerCase();
}

export function isJson(contentType: string): boolean {
  return mediaType(contentType) === 'application/json';
}

/** Whether events carry the text itself; everything else travels in base64. */
export function isText(contentType: string): boolean {
  return isJson(contentType) || mediaType(contentType).startsWith('text/');
}

const openBracket = Buffer.from('[');
const comma = Buffer.from(',');
const closeBracket = Buffer.from(']');

/** The blocks as one body: in JSON an array of all messages, else the bytes behind each other. */
export function bodyOf(contentType: string, blocks: readonly Uint8Array[]): Buffer<ArrayBuffer> {
  if (!isJson(contentType)) return Buffer.concat(blocks);
  const pieces: Uint8Array[] = [openBracket];
  blocks.forEach((block, at) => {
    if (at > 0) pieces.push(comma);
    pieces.push(block);
  });
  pieces.push(closeBracket);
  return Buffer.concat(pieces);
}

/** What a control event says. */
export interface Control {
  readonly streamNextOffset: string;
  readonly streamCursor?: string;
  readonly upToDate?: true;
  readonly streamClosed?: true;
}

/** A data event with these blocks, if there are any, and the control event that follows it. */
export function eventsOf(
  contentType: string,
  blocks: readonly Uint8Array[],
  control: Control,
): Buffer<ArrayBuffer> {
  const ending = Buffer.from(`event: control\ndata:${JSON.stringify(control)}\n\n`);
  if (blocks.length === 0) return ending;
  const body = bodyOf(contentType, blocks);
  const text = isText(contentType) ? body.toString() : body.toString('base64');
  return Buffer.concat([Buffer.from(`event: data\n${dataLines(text)}\n`), ending]);
}

/**
 * Every kind of line end begins a new line of data, so that no content can begin an event. Readers take
 * one space away behind the colon: a line that begins with one is given another.
 */
function dataLines(text: string): string {
  if (!/[\r\n]/.test(text)) return dataLine(text);
  return text
    .split(/\r\n|\r|\n/)
    .map(dataLine)
    .join('');
}

function dataLine(line: string): string {
  return `data:${line.startsWith(' ') ? ' ' : ''}${line}\n`;
}
