/** A wire as the relay keeps it: one base64url string for each JSON message. */

import { bytesToText, textToBytes } from './bytes.ts';
import { MAX_WIRE } from './seal.ts';
import type { Wire } from './types.ts';

export function wireToText(wire: Wire): string {
  return bytesToText(wire);
}

/** The wire, or null where the message is not one text of one wire: counted nowhere. */
export function textToWire(text: unknown): Wire | null {
  if (typeof text !== 'string' || text.length > Math.ceil((MAX_WIRE * 4) / 3)) return null;
  return textToBytes(text);
}
