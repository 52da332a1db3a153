/**
 * What the old device shows and the new one scans or types: forty digits in eight groups, which every
 * keyboard has, and below them where the workspace is served. It is no address: no camera or
 * message opens anything by it, and a link of ours is never read as one.
 *
 *   128 bits as 39 digits, then the last digit of their sum, weighed 1, 3, 7, 9 in turn
 */

import { isRelayAddress } from './link.ts';

export interface PairingCode {
  /** 16 bytes, good for ten minutes. */
  readonly secret: Uint8Array<ArrayBuffer>;
  /** Empty where it is the page's own server. */
  readonly relay: string;
}

export type CodeRefusal =
  | { readonly type: 'NotACode' }
  /** The right number of digits, and one of them is another. */
  | { readonly type: 'CodeMistyped' };

const DIGITS = 39;
const GROUP = 5;

export function pairingToText({ secret, relay }: PairingCode): string {
  const number = secret.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const digits = number.toString().padStart(DIGITS, '0');
  const all = digits + checkDigit(digits);
  const groups = Array.from({ length: all.length / GROUP }, (_, i) =>
    all.slice(i * GROUP, (i + 1) * GROUP),
  );
  return [groups.join(' '), ...(relay === '' ? [] : [relay])].join('\n');
}

/** Reads what was scanned or typed: digits of any script that we have, with any spaces between. */
export function textToPairing(text: string): PairingCode | CodeRefusal {
  const lines = text.trim().split(/\n+/);
  const relay = lines.length > 1 ? (lines.at(-1) ?? '').trim() : '';
  const digits = westernDigits(lines.slice(0, relay === '' ? undefined : -1).join('')).replace(
    /[\s\u200e\u200f-]/g,
    '',
  );
  if (!/^\d{40}$/.test(digits)) return { type: 'NotACode' };
  if (relay !== '' && !isRelayAddress(relay)) return { type: 'NotACode' };
  const number = BigInt(digits.slice(0, DIGITS));
  if (checkDigit(digits.slice(0, DIGITS)) !== digits[DIGITS] || number >= 2n ** 128n) {
    return { type: 'CodeMistyped' };
  }
  const secret = Uint8Array.from({ length: 16 }, (_, i) =>
    Number((number >> BigInt(8 * (15 - i))) & 255n),
  );
  return { secret, relay };
}

function checkDigit(digits: string): string {
  const sum = [...digits].reduce((all, digit, i) => all + Number(digit) * weight(i), 0);
  return String(sum % 10);
}

/** 1, 3, 7, 9 in turn: each tells any other digit at its place, and most swaps of neighbours. */
function weight(place: number): number {
  return [1, 3, 7, 9][place % 4] as number;
}

/** Arabic-Indic and Persian digits as western ones. */
function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) =>
    String((digit.codePointAt(0) ?? 0) & 15),
  );
}
