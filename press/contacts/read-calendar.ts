/**
 * An iCalendar file: the days of past events, by the workspace's own clock. Days that recur are worked
 * out with their exceptions, changes and time zones. Who was invited, where, and what was noted are
 * named, counted and never parsed.
 */
import type { Day, FoundMeeting, FoundMeetings, Problem } from '@alongside/practice';
import ICAL from 'ical.js';
import { blocks, linesOf, propertyOf, unfold } from './content-lines.ts';
import { type EventRead, readEvent } from './event.ts';
import { contactLimits, NotRead } from './refusals.ts';
import { createTally } from './tally.ts';
import { dayIn } from './zones.ts';

const wanted = /^(?:DTSTART|RRULE|RDATE|EXDATE|RECURRENCE-ID|UID|SUMMARY|STATUS)$/;
/** What says nothing about anybody, and what only says how long it took or when it was written down. */
const frame = /^(?:|BEGIN|END|DTEND|DURATION|DTSTAMP|CREATED|LAST-MODIFIED|SEQUENCE|TRANSP)$/;

/** Days of one event that are proposed: the newest. */
const mostDays = 500;

export interface Around {
  readonly today: Day;
  /** The time zone of the workspace. */
  readonly zone: string;
}

export function readCalendar(text: string, { today, zone }: Around): FoundMeetings {
  const lines = unfold(linesOf(text));
  const tally = createTally();
  const problems: Problem[] = [];
  const zones = describedZones(lines);
  const events = blocks(lines, 'VEVENT');
  if (events.length > contactLimits.rows)
    throw new NotRead({ type: 'TooManyRows', limit: contactLimits.rows });
  for (const other of ['VTODO', 'VJOURNAL', 'VFREEBUSY']) {
    for (const _ of blocks(lines, other)) tally.add(other);
  }
  const read: EventRead[] = [];
  events.forEach((event, index) => {
    const at = index + 1;
    const own = withoutAlarms(event.lines);
    if (own.length < event.lines.length) tally.add('VALARM');
    const names = new Set(
      own.map(propertyOf).filter((name) => !wanted.test(name) && !frame.test(name)),
    );
    for (const name of names) tally.add(name);
    const result = event.isWhole
      ? readEvent(
          at,
          own.filter((line) => wanted.test(propertyOf(line))),
          { zones, zone },
        )
      : ('Broken' as const);
    if (typeof result === 'string') problems.push({ at, because: result });
    else {
      read.push(result);
      if (result.unknownZone) problems.push({ at, because: 'UnknownZone' });
    }
  });
  const { meetings, toCome, tooMany } = pastMeetings(read, { today, zone });
  for (const at of tooMany) problems.push({ at, because: 'TooManyDays' });
  problems.sort((a, b) => a.at - b.at);
  return {
    type: 'Meetings',
    meetings,
    leftOut: tally.leftOut(),
    problems,
    rows: events.length,
    toCome,
  };
}

/** The lines of an event without the alarms inside it. */
function withoutAlarms(lines: readonly string[]): readonly string[] {
  let depth = 0;
  return lines.filter((line) => {
    if (/^BEGIN:\s*VALARM/i.test(line)) depth += 1;
    const isOwn = depth === 0;
    if (/^END:\s*VALARM/i.test(line)) depth = Math.max(0, depth - 1);
    return isOwn;
  });
}

/** The zones that the file describes; one that is broken is as if it were not there. */
function describedZones(lines: readonly string[]): ReadonlyMap<string, ICAL.Timezone> {
  const zones = new Map<string, ICAL.Timezone>();
  for (const { lines: block } of blocks(lines, 'VTIMEZONE')) {
    try {
      const component = new ICAL.Component(ICAL.parse(block.join('\r\n')) as unknown as string);
      const tzid = component.getFirstPropertyValue('tzid');
      if (typeof tzid === 'string') zones.set(tzid, new ICAL.Timezone({ component, tzid }));
    } catch {
      // Its events are read by the platform's zones, or said to be in a zone that nobody knows.
    }
  }
  return zones;
}

/** Newest first. One title on one day is one meeting, however often it stands in the file. */
function pastMeetings(
  events: readonly EventRead[],
  { today, zone }: Around,
): { meetings: FoundMeeting[]; toCome: number; tooMany: readonly number[] } {
  /** Occurrences that a later event in the file changed, by the event they belong to. */
  const changed = new Map<string, Set<number>>();
  for (const { uid, instead } of events) {
    if (instead !== null) changed.set(uid, (changed.get(uid) ?? new Set()).add(instead));
  }
  const found = new Map<string, FoundMeeting>();
  const tooMany: number[] = [];
  let toCome = 0;
  for (const event of events) {
    const without = event.instead === null ? changed.get(event.uid) : undefined;
    const until = Date.parse(`${today}T00:00Z`) + 2 * 86_400_000;
    const days = event.daysUntil(until, without ?? new Set());
    if (event.isCancelled) continue;
    const all = days.moments
      .map((moment) => event.dayOf?.(moment) ?? dayIn(zone, moment))
      .filter((day) => day <= today);
    const past = all.slice(0, mostDays);
    if (days.isCut || all.length > mostDays) tooMany.push(event.at);
    if (past.length === 0) toCome += 1;
    for (const on of past) {
      const key = `${on} ${event.title}`;
      if (!found.has(key))
        found.set(key, { at: event.at, title: event.title, on, recurs: event.recurs });
    }
  }
  const meetings = [...found.values()].sort(
    (a, b) => compare(b.on, a.on) || compare(a.title, b.title) || a.at - b.at,
  );
  return { meetings, toCome, tooMany };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
