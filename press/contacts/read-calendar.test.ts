import { describe, expect, it } from 'vitest';
import { meetings } from './bytes.ts';

const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const calendar = (...lines: (string | string[])[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines.flat(), 'END:VCALENDAR', ''].join('\r\n');
const days = async (...lines: string[]) =>
  (await meetings(calendar(event(...lines, 'SUMMARY:Harbor')))).meetings.map(({ on }) => on);

describe('reading a calendar', () => {
  it('counts the day by the workspace’s own clock', async () => {
    // Three in the morning at Greenwich is the evening before in Los Angeles.
    expect(await days('DTSTART:20261106T030000Z')).toEqual(['2026-11-05']);
    expect(await days('DTSTART;TZID=Asia/Beirut:20261106T030000')).toEqual(['2026-11-05']);
    expect(await days('DTSTART;TZID=Eastern Standard Time:20261106T010000')).toEqual([
      '2026-11-05',
    ]);
    // A whole day, and a time without a zone, stay where they are.
    expect(await days('DTSTART;VALUE=DATE:20261106')).toEqual(['2026-11-06']);
    expect(await days('DTSTART:20261106T233000')).toEqual(['2026-11-06']);
  });

  it('works out days that recur, over a change of the clocks, without the exceptions', async () => {
    expect(
      await days(
        'DTSTART;TZID=America/Los_Angeles:20261020T233000',
        'RRULE:FREQ=WEEKLY;COUNT=4',
        'EXDATE;TZID=America/Los_Angeles:20261103T233000',
        'RDATE;TZID=America/Los_Angeles:20261112T233000',
      ),
    ).toEqual(['2026-11-12', '2026-11-10', '2026-10-27', '2026-10-20']);
  });

  it('follows the last Friday of a month, and stops at today', async () => {
    expect(await days('DTSTART;VALUE=DATE:20260731', 'RRULE:FREQ=MONTHLY;BYDAY=-1FR')).toEqual([
      '2026-10-30',
      '2026-09-25',
      '2026-08-28',
      '2026-07-31',
    ]);
  });

  it('moves one day of a series where a later event says so, and leaves out what was called off', async () => {
    const found = await meetings(
      calendar(
        event('UID:a', 'DTSTART:20261102T180000Z', 'RRULE:FREQ=WEEKLY;COUNT=3', 'SUMMARY:Weekly'),
        event(
          'UID:a',
          'RECURRENCE-ID:20261109T180000Z',
          'DTSTART:20261111T180000Z',
          'SUMMARY:Weekly, moved',
        ),
        event(
          'UID:a',
          'RECURRENCE-ID:20261116T180000Z',
          'DTSTART:20261116T180000Z',
          'STATUS:CANCELLED',
          'SUMMARY:Weekly',
        ),
      ),
    );
    expect(found.meetings.map(({ on, title }) => [on, title])).toEqual([
      ['2026-11-11', 'Weekly, moved'],
      ['2026-11-02', 'Weekly'],
    ]);
  });

  it('reads a zone that the file describes by that description', async () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Ours',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+1200',
      'TZOFFSETTO:+1200',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const found = await meetings(
      calendar(zone, event('DTSTART;TZID=Ours:20261106T120000', 'SUMMARY:x')),
    );
    expect(found.meetings.map(({ on }) => on)).toEqual(['2026-11-05']);
    expect(found.problems).toEqual([]);
  });

  it('says which zone nobody knows, which event has no day, which is broken, and keeps the rest', async () => {
    const found = await meetings(
      calendar(
        event('DTSTART;TZID=Nowhere:20261106T120000', 'SUMMARY:Somewhere'),
        event('SUMMARY:No day'),
        event('DTSTART:20261101T190000Z', 'RRULE:FREQ=NEVER', 'SUMMARY:No such rule'),
        event('DTSTART:20261101T190000Z', 'SUMMARY:Sound'),
      ),
    );
    expect(found.meetings.map(({ title }) => title)).toEqual(['Somewhere', 'Sound']);
    expect(found.problems).toEqual([
      { at: 1, because: 'UnknownZone' },
      { at: 2, because: 'NoDay' },
      { at: 3, because: 'Broken' },
    ]);
  });

  it('names whom it leaves out: nobody invited, no place, no note, nothing to come', async () => {
    const found = await meetings(
      calendar(
        event(
          'DTSTART:20261101T190000Z',
          'SUMMARY:Harbor',
          'ATTENDEE;CN=Noor:mailto:noor@x',
          'ORGANIZER:mailto:b@x',
          'LOCATION:12 Elm',
          'DESCRIPTION:secret',
          'BEGIN:VALARM',
          'TRIGGER:-PT5M',
          'DESCRIPTION:alarm',
          'END:VALARM',
        ),
        event('DTSTART:20270101T190000Z', 'SUMMARY:To come'),
      ),
    );
    expect(found.meetings).toEqual([{ at: 1, title: 'Harbor', on: '2026-11-01', recurs: false }]);
    expect(found.leftOut.map(({ name }) => name).sort()).toEqual(
      ['ATTENDEE', 'DESCRIPTION', 'LOCATION', 'ORGANIZER', 'VALARM'].sort(),
    );
    expect(found.toCome).toBe(1);
  });

  it('cuts a series without an end to the newest five hundred days, and says so', async () => {
    const found = await meetings(
      calendar(event('DTSTART:20200101T190000Z', 'RRULE:FREQ=DAILY', 'SUMMARY:Daily')),
    );
    expect(found.meetings).toHaveLength(500);
    expect(found.meetings[0]?.on).toBe('2026-11-20');
    expect(found.problems).toEqual([{ at: 1, because: 'TooManyDays' }]);
  });
});
