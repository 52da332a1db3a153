import { describe, expect, it } from 'vitest';
import { isQuiet, quietRefusal } from './quiet.ts';

describe('quiet', () => {
  it('lasts until its day and ends by itself', () => {
    expect(isQuiet(null, '2026-11-20')).toBe(false);
    expect(isQuiet('2026-11-22', '2026-11-21')).toBe(true);
    expect(isQuiet('2026-11-22', '2026-11-22')).toBe(false);
    expect(isQuiet('2026-11-22', '2026-12-01')).toBe(false);
  });

  it('refuses a day that is not later, and no day', () => {
    expect(quietRefusal('2026-11-21', '2026-11-20')).toBeNull();
    expect(quietRefusal('2026-11-20', '2026-11-20')).toEqual({
      type: 'NotLater',
      until: '2026-11-20',
    });
    expect(quietRefusal('', '2026-11-20')).toEqual({ type: 'NotADay', written: '' });
  });
});
