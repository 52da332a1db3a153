/**
 * What the link to such a page carries behind its `#`, where browsers send it to nobody.
 *
 *   fragment = base64url( 1 | kind | secret[16] | author[16] | relay in UTF-8 )
 *   kind     = 16 an ask of ours, 17 a call to members, 18 a public page for asks,
 *              19 a weighing that members answer
 */
import { bytesToText, concat, copyOf, textToBytes, utf8Bytes } from '../envelope/bytes.ts';
import { isRelayAddress } from '../joining/link.ts';
import type { VisitSecrets } from './visitor-keys.ts';

export const visitKinds = ['ask', 'call', 'public', 'weigh'] as const;
export type VisitKind = (typeof visitKinds)[number];

export interface VisitLink extends VisitSecrets {
  readonly kind: VisitKind;
  /** Where the streams are; empty where that is the page's own server. */
  readonly relay: string;
}

const VERSION = 1;
const FIRST_KIND = 16;
const FIXED = 2 + 16 + 16;

export function visitLinkToFragment({ kind, secret, author, relay }: VisitLink): string {
  const head = Uint8Array.of(VERSION, FIRST_KIND + visitKinds.indexOf(kind));
  return bytesToText(concat(head, secret, author, utf8Bytes(relay)));
}

/** Reads the text behind `#`, with or without that mark; null where it is no such link, or cut. */
export function fragmentToVisitLink(fragment: string): VisitLink | null {
  const text = fragment.trim().replace(/^#/, '');
  const bytes = text.length > 512 ? null : textToBytes(text);
  if (bytes === null || bytes.length < FIXED || bytes[0] !== VERSION) return null;
  const kind = visitKinds[(bytes[1] as number) - FIRST_KIND];
  const relay = new TextDecoder().decode(bytes.subarray(FIXED));
  if (kind === undefined || (relay !== '' && !isRelayAddress(relay))) return null;
  return {
    kind,
    secret: copyOf(bytes.subarray(2, 18)),
    author: copyOf(bytes.subarray(18, 34)),
    relay,
  };
}
