import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesToText } from '../envelope/bytes.ts';
import { fragmentToLink, type InvitationLink, linkToFragment } from './link.ts';
import { pairingToText, textToPairing } from './pairing-code.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const anyLink: fc.Arbitrary<InvitationLink> = fc.record({
  kind: fc.constantFrom('invitation', 'return'),
  secret: bytes(16),
  workspace: bytes(32),
  head: bytes(32),
  n: fc.nat(),
  relay: fc.constantFrom('', 'https://relay.example/streams', 'http://192.168.0.7:8080/'),
});

test('a link comes back from its fragment, with or without the mark before it', () => {
  fc.assert(
    fc.property(anyLink, (link) => {
      const fragment = linkToFragment(link);
      expect(fragmentToLink(fragment)).toEqual(link);
      expect(fragmentToLink(` #${fragment}\n`)).toEqual(link);
    }),
  );
});

test('a link that lost its end, was mistyped or is something else is refused plainly', () => {
  fc.assert(
    fc.property(anyLink, fc.nat(113), (link, cut) => {
      const refused = fragmentToLink(linkToFragment({ ...link, relay: '' }).slice(0, cut));
      expect(refused).toEqual({ type: 'NotALink' });
    }),
  );
  for (const text of ['', '#', 'hello', 'a b', '#/asks/today', 'x'.repeat(5000), '\u0000']) {
    expect(fragmentToLink(text)).toEqual({ type: 'NotALink' });
  }
  const newer = new Uint8Array(120).fill(7);
  newer[0] = 2;
  expect(fragmentToLink(bytesToText(newer))).toEqual({ type: 'OtherVersion' });
});

test('a link names a server by a web address only', () => {
  const link = {
    kind: 'invitation' as const,
    secret: new Uint8Array(16),
    workspace: new Uint8Array(32),
    head: new Uint8Array(32),
  };
  const hostile = [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://user:password@relay.example/',
    'https://relay.example/?token=1',
    'https://relay.example/#x',
    'relay.example',
    `https://relay.example/${'x'.repeat(300)}`,
  ];
  for (const relay of hostile) {
    const read = fragmentToLink(linkToFragment({ ...link, n: 1, relay }));
    expect(read, relay).toEqual({ type: 'RelayUnreadable' });
  }
});

test('a pairing code comes back from what is typed, in western or Arabic digits', () => {
  fc.assert(
    fc.property(bytes(16), fc.constantFrom('', 'https://relay.example/'), (raw, relay) => {
      const secret = Uint8Array.from(raw);
      const text = pairingToText({ secret, relay });
      expect(textToPairing(text)).toEqual({ secret, relay });
      const [digits = '', ...rest] = text.split('\n');
      const arabic = digits.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
      expect(textToPairing([arabic.replaceAll(' ', ''), ...rest].join('\n'))).toEqual({
        secret,
        relay,
      });
    }),
  );
});

test('one mistyped digit of a pairing code is noticed, always', () => {
  fc.assert(
    fc.property(bytes(16), fc.nat(39), fc.integer({ min: 1, max: 9 }), (raw, at, by) => {
      const digits = pairingToText({ secret: Uint8Array.from(raw), relay: '' }).replaceAll(' ', '');
      const other = (Number(digits[at]) + by) % 10;
      const typed = `${digits.slice(0, at)}${other}${digits.slice(at + 1)}`;
      expect(textToPairing(typed)).toEqual({ type: 'CodeMistyped' });
    }),
  );
  expect(textToPairing('1'.repeat(39))).toEqual({ type: 'NotACode' });
  expect(textToPairing('9'.repeat(40))).toEqual({ type: 'CodeMistyped' });
});

test('E09: no link is read as a pairing code and no code as a link', () => {
  fc.assert(
    fc.property(anyLink, bytes(16), (link, raw) => {
      const fragment = linkToFragment(link);
      for (const text of [fragment, `#${fragment}`, `https://house.example/join#${fragment}`]) {
        expect(textToPairing(text)).toEqual({ type: 'NotACode' });
      }
      const code = pairingToText({ secret: Uint8Array.from(raw), relay: '' });
      for (const text of [code, code.replaceAll(' ', ''), code.replaceAll(' ', '-')]) {
        expect(fragmentToLink(text)).toEqual({ type: 'NotALink' });
      }
    }),
  );
});
