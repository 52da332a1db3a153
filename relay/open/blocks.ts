/** Bodies of the open profile as blocks: JSON messages each for itself, other bytes as they came. */
import { isJson } from '../stream/encoding.ts';
import { jsonMessages } from './json-messages.ts';

/** Undefined where the body is not what a stream of this type takes. */
export function blocksOf(contentType: string, body: Uint8Array): Uint8Array[] | undefined {
  if (!isJson(contentType)) return body.length === 0 ? [] : [body];
  if (body.length === 0) return [];
  const messages = jsonMessages(body);
  return messages && (messages.length === 0 ? [] : [Buffer.from(messages.join(','))]);
}
