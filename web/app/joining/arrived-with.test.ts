import { beforeEach, describe, expect, it } from 'vitest';
import { arrivedVoucher, arrivedWith, forgetFragment, takeFragment } from './arrived-with.ts';

function open(address: string) {
  const url = new URL(address);
  const left: string[] = [];
  const history = {
    state: null,
    replaceState: (_: unknown, __: string, path: string) => void left.push(path),
  };
  takeFragment(url as unknown as Location, history as unknown as History);
  return left;
}

describe('what stood after # in the address', () => {
  beforeEach(forgetFragment);

  it('E08: is out of the address at once, and known only to the page it was for', () => {
    expect(open('https://example.org/join#c2VjcmV0')).toEqual(['/join']);
    expect(arrivedWith('/join')).toBe('c2VjcmV0');
    expect(arrivedWith('/pair')).toBe('');
  });

  it('leaves an address without one as it is', () => {
    expect(open('https://example.org/asks?x=1')).toEqual([]);
    expect(arrivedWith('/asks')).toBe('');
  });

  it('gives a server’s voucher', () => {
    expect(open('https://example.org/#voucher=abc-_1')).toEqual(['/']);
    expect(arrivedVoucher()).toBe('abc-_1');
  });

  it('is forgotten once it was used', () => {
    open('https://example.org/join#c2VjcmV0');
    forgetFragment();
    expect(arrivedWith('/join')).toBe('');
  });
});
