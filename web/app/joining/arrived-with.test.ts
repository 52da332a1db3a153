import { beforeEach, describe, expect, it } from 'vitest';
import {
  arrivedMessage,
  arrivedVoucher,
  arrivedWith,
  forgetFragment,
  takeFragment,
} from './arrived-with.ts';

function open(address: string, tab?: Parameters<typeof takeFragment>[2]) {
  const url = new URL(address);
  const left: string[] = [];
  const history = {
    state: null,
    replaceState: (_: unknown, __: string, path: string) => void left.push(path),
  };
  takeFragment(url as unknown as Location, history as unknown as History, tab);
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

  it('a voucher is still there after a reload, in this tab, until it is used; nothing else is', () => {
    const kept = new Map<string, string>();
    const tab = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    open('https://example.org/start#voucher=abc-_1', tab);
    open('https://example.org/start', tab);
    expect(arrivedVoucher()).toBe('abc-_1');
    forgetFragment();
    expect(arrivedVoucher()).toBe('');
    expect([...kept]).toEqual([]);
    for (const secret of ['join#c2VjcmV0', 'pair#c2VjcmV0', 'start#weigh=Hello']) {
      open(`https://example.org/${secret}`, tab);
    }
    expect([...kept]).toEqual([]);
  });

  it('gives a message to weigh with its days, and no day that is none', () => {
    open('https://example.org/start#weigh=Four+interpreters&by=2026-12-04&on=2026-12-11');
    expect(arrivedMessage()).toEqual({
      text: 'Four interpreters',
      by: '2026-12-04',
      on: '2026-12-11',
    });
    open('https://example.org/start#weigh=Four&by=soon&on=2026-02-30');
    expect(arrivedMessage()).toEqual({ text: 'Four', by: '', on: '' });
  });
});
