/** The fixed-size values of the token profile as they are written: base64url without padding. */
import { hash } from 'node:crypto';

const sixteenBytes = /^[A-Za-z0-9_-]{21}[AQgw]$/;
const thirtyTwoBytes = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
const bearer = /^[Bb]earer ([A-Za-z0-9_-]{42}[AEIMQUYcgkosw048])$/;

/**
 * Whether this names a stream of the token profile: 16 bytes in their only spelling, so that no two
 * names are the same bytes to a signature.
 */
export function isStreamName(text: string): boolean {
  return sixteenBytes.test(text);
}

/** 32 bytes, or undefined where it is anything else. */
export function keyFrom(text: string | undefined): Uint8Array | undefined {
  return text !== undefined && thirtyTwoBytes.test(text)
    ? Buffer.from(text, 'base64url')
    : undefined;
}

/** SHA-256 of the token in an `Authorization` header; undefined where there is none. */
export function verifierFrom(authorization: string | undefined): Uint8Array | undefined {
  const token = bearer.exec(authorization ?? '')?.[1];
  return token === undefined
    ? undefined
    : hash('sha256', Buffer.from(token, 'base64url'), 'buffer');
}
