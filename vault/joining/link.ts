/**
 * What a link carries behind its `#`, where browsers send it to nobody. It holds no key that opens
 * content: who opens it can ask to be let in, or back in. The auth head and n say how far the
 * workspace was when it was made; nobody can be shown less.
 *
 *   fragment = base64url( 1 | kind | secret[16] | w[32] | head[32] | n u32 | relay in UTF-8 )
 *   kind     = 0 an invitation, 1 the way back for somebody who lost their devices
 */

import { bytesToText, concat, copyOf, textToBytes, uint32, utf8Bytes } from '../envelope/bytes.ts';

export interface InvitationLink {
  readonly kind: 'invitation' | 'return';
  /** 16 bytes, good for one person. */
  readonly secret: Uint8Array;
  readonly workspace: Uint8Array;
  /** The id of the newest chain entry when the link was made. */
  readonly head: Uint8Array;
  /** How many messages counted when the link was made. */
  readonly n: number;
  /** Where the workspace's streams are; empty where that is the page's own server. */
  readonly relay: string;
}

export type LinkRefusal =
  /** No such text is ever in a link of ours: a part was lost, or it is something else. */
  | { readonly type: 'NotALink' }
  /** Made by a newer application. */
  | { readonly type: 'OtherVersion' }
  /** It names a server by something that is no address. */
  | { readonly type: 'RelayUnreadable' };

const VERSION = 1;
const FIXED = 2 + 16 + 32 + 32 + 4;
const kinds = ['invitation', 'return'] as const;
const LONGEST_RELAY = 256;

export function linkToFragment(link: InvitationLink): string {
  const { kind, secret, workspace, head, n, relay } = link;
  return bytesToText(
    concat(
      Uint8Array.of(VERSION, kinds.indexOf(kind)),
      secret,
      workspace,
      head,
      uint32(n),
      utf8Bytes(relay),
    ),
  );
}

/** Reads the text behind `#`, with or without that mark. */
export function fragmentToLink(fragment: string): InvitationLink | LinkRefusal {
  const text = fragment.trim().replace(/^#/, '');
  const bytes = text.length > 1024 ? null : textToBytes(text);
  if (bytes === null || bytes.length === 0) return { type: 'NotALink' };
  if (bytes[0] !== VERSION) {
    return { type: bytes[0] === 0 || bytes.length < FIXED ? 'NotALink' : 'OtherVersion' };
  }
  if (bytes.length < FIXED) return { type: 'NotALink' };
  const kind = kinds[bytes[1] as number];
  if (kind === undefined) return { type: 'OtherVersion' };
  const relay = readRelay(bytes.subarray(FIXED));
  if (relay === null) return { type: 'RelayUnreadable' };
  return {
    kind,
    secret: copyOf(bytes.subarray(2, 18)),
    workspace: copyOf(bytes.subarray(18, 50)),
    head: copyOf(bytes.subarray(50, 82)),
    n: new DataView(bytes.buffer).getUint32(82),
    relay,
  };
}

/** An `https:` or `http:` address without a password, a question or a fragment; or empty. */
function readRelay(bytes: Uint8Array): string | null {
  if (bytes.length > LONGEST_RELAY) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text === '' || isRelayAddress(text) ? text : null;
  } catch {
    return null;
  }
}

/** Whether a text is the address of a server as links and kits may name one. */
export function isRelayAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  const web = protocol === 'https:' || protocol === 'http:';
  return web && `${username}${password}${search}${hash}` === '';
}
