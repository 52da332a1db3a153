import { describe, expect, it } from 'vitest';
import { daysAfter } from '../../day.ts';
import { endOfDay, furthestDay, lastLook, takesIn } from './last-day.ts';

const friday = '2026-11-27';

describe('a link’s last day', () => {
  it('is over at midnight where the workspace counts days, also where clocks are changed', () => {
    const at = (day: string, zone: string) => new Date(endOfDay(day, zone)).toISOString();
    expect(at(friday, 'America/Los_Angeles')).toBe('2026-11-28T08:00:00.000Z');
    expect(at(friday, 'Pacific/Kiritimati')).toBe('2026-11-27T10:00:00.000Z');
    expect(at(friday, 'Asia/Kathmandu')).toBe('2026-11-27T18:15:00.000Z');
    expect(at(friday, 'UTC')).toBe('2026-11-28T00:00:00.000Z');
    expect(at('2026-11-01', 'America/Los_Angeles')).toBe('2026-11-02T08:00:00.000Z');
    // In Cairo the clock is put on at midnight: the day begins at one.
    expect(at('2026-04-23', 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z');
  });

  it('is as Temporal has it, the year round', () => {
    for (const zone of ['America/Los_Angeles', 'Asia/Gaza', 'Europe/Berlin', 'Pacific/Apia']) {
      for (let day = '2026-01-01'; day < '2027-01-01'; day = daysAfter(day, 29)) {
        const next = Temporal.PlainDate.from(day).add({ days: 1 });
        expect(endOfDay(day, zone)).toBe(next.toZonedDateTime(zone).epochMilliseconds);
      }
    }
  });

  it('leaves what was sent that evening to be picked up for seven days more', () => {
    const open = { until: friday, endedOn: null };
    const days = ['2026-11-27', '2026-12-04', '2026-12-05'];
    expect(lastLook(friday)).toBe('2026-12-04');
    expect(days.map((day) => takesIn(open, day))).toEqual([true, true, false]);
  });

  it('leaves what came before it was taken back to be picked up until the day after', () => {
    const ended = { until: '2027-03-01', endedOn: friday };
    const days = ['2026-11-27', '2026-11-28', '2026-11-29'];
    expect(days.map((day) => takesIn(ended, day))).toEqual([true, true, false]);
    // Taken back after it was over: its inbox is gone with its own days.
    expect(takesIn({ until: friday, endedOn: '2026-12-10' }, '2026-12-10')).toBe(false);
  });

  it('is taken from nobody’s word where it is no day', () => {
    expect(takesIn({ until: '2026-99-99', endedOn: null }, friday)).toBe(false);
    expect(takesIn({ until: friday, endedOn: '2026-99-99' }, friday)).toBe(false);
    expect(takesIn({ until: null, endedOn: null }, friday)).toBe(false);
  });

  it('lies so far ahead at most that a server keeps the inbox to its end', () => {
    const longest = 400 * 86_400_000;
    const made = Date.parse(`${friday}T00:00Z`);
    const last = lastLook(furthestDay(daysAfter(friday, 1)));
    expect(endOfDay(last, 'Etc/GMT+12') - made).toBeLessThan(longest);
  });
});
