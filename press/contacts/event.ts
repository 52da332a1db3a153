/**
 * One event of a calendar: its title and the moments at which it takes place. Days without a time and
 * times without a zone are days of the workspace: they are counted as if its clock were at Greenwich,
 * and no zone moves them.
 */
import { cleanLine, type Day, type ProblemReason } from '@alongside/practice';
import ICAL from 'ical.js';
import { momentIn, wallOf, zoneOf } from './zones.ts';

export interface EventRead {
  /** Its number in the file. */
  readonly at: number;
  readonly uid: string;
  readonly title: string;
  readonly isCancelled: boolean;
  readonly recurs: boolean;
  readonly unknownZone: boolean;
  /** The moment of the occurrence that this event changes; null for an event of its own. */
  readonly instead: number | null;
  /** The day of a moment, for an event without a zone; undefined where its zone tells it. */
  readonly dayOf?: (moment: number) => Day;
  /** Moments before `until`, newest first, without those named. Cut where finding them took too many steps. */
  daysUntil(
    until: number,
    without: ReadonlySet<number>,
  ): { readonly moments: readonly number[]; readonly isCut: boolean };
}

/** Steps taken to find the days of one event: a day each for fifty years. */
const mostSteps = 20_000;

export function readEvent(
  at: number,
  lines: readonly string[],
  around: { readonly zones: ReadonlyMap<string, ICAL.Timezone>; readonly zone: string },
): EventRead | Extract<ProblemReason, 'Broken' | 'NoDay'> {
  let event: ICAL.Component;
  try {
    const text = ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
    event = new ICAL.Component(ICAL.parse(text) as unknown as string);
    return eventFrom(at, event, around);
  } catch {
    return 'Broken';
  }
}

function eventFrom(
  at: number,
  event: ICAL.Component,
  { zones, zone }: Parameters<typeof readEvent>[2],
): EventRead | 'NoDay' {
  const [startProperty] = event.getAllProperties('dtstart');
  const start = startProperty?.getFirstValue();
  if (!(start instanceof ICAL.Time)) return 'NoDay';
  const tzid = tzidOf(startProperty);
  const known = tzid === null ? null : zoneOf(tzid, zones);
  const isUtc = start.zone === ICAL.Timezone.utcTimezone;
  // Without a zone of its own a time stands for the workspace's day and is never moved.
  const isPlain = start.isDate || (!isUtc && tzid === null);
  const momentOf = (time: ICAL.Time, property?: ICAL.Property): number => {
    if (isPlain) return Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute);
    if (time.zone === ICAL.Timezone.utcTimezone) return time.toUnixTime() * 1000;
    const own = property && tzidOf(property);
    const zoned = own ? zoneOf(own, zones) : known;
    return zoned ? zoned(time) : momentIn(zone, wallOf(time));
  };
  const momentsOf = (name: string) => momentsIn(event, name, momentOf);
  const [insteadProperty] = event.getAllProperties('recurrence-id');
  const instead = insteadProperty?.getFirstValue();
  const rules = instead ? [] : event.getAllProperties('rrule');
  const added = momentsOf('rdate');
  const removed = new Set(momentsOf('exdate'));
  // An exception given as a day takes out whatever is on that day.
  const removedDays = new Set(daysIn(event, 'exdate'));
  return {
    at,
    uid: String(event.getFirstPropertyValue('uid') ?? `event ${at}`),
    title: cleanLine(String(event.getFirstPropertyValue('summary') ?? '')).slice(0, 300),
    isCancelled: /^cancelled$/i.test(String(event.getFirstPropertyValue('status') ?? '')),
    recurs: rules.length > 0 || added.length > 0,
    unknownZone: tzid !== null && known === null && !isUtc,
    instead: instead instanceof ICAL.Time ? momentOf(instead, insteadProperty) : null,
    ...(isPlain && { dayOf: (moment: number) => new Date(moment).toISOString().slice(0, 10) }),
    daysUntil(until, without) {
      const moments = new Set<number>(added);
      let steps = 0;
      let isCut = false;
      const add = (time: ICAL.Time) => {
        if (!removedDays.has(dayName(time))) moments.add(momentOf(time));
      };
      if (rules.length === 0) add(start);
      for (const rule of rules) {
        const recur = rule.getFirstValue();
        if (!(recur instanceof ICAL.Recur)) continue;
        const iterator = recur.iterator(start);
        for (let time = iterator.next(); time; time = iterator.next()) {
          steps += 1;
          if (momentOf(time) >= until) break;
          if (steps > mostSteps) {
            isCut = true;
            break;
          }
          add(time.clone());
        }
      }
      const left = [...moments]
        .filter((moment) => moment < until && !removed.has(moment) && !without.has(moment))
        .sort((a, b) => b - a);
      return { moments: left, isCut };
    },
  };
}

function tzidOf(property: ICAL.Property | undefined): string | null {
  const tzid = property?.getParameter('tzid');
  return typeof tzid === 'string' && tzid !== '' ? tzid : null;
}

function momentsIn(
  event: ICAL.Component,
  name: string,
  momentOf: (time: ICAL.Time, property: ICAL.Property) => number,
): number[] {
  return event
    .getAllProperties(name)
    .flatMap((property) => timesOf(property).map((time) => momentOf(time, property)));
}

/** Times, or the beginnings of periods. */
function timesOf(property: ICAL.Property): ICAL.Time[] {
  return property.getValues().flatMap((value: unknown) => {
    if (value instanceof ICAL.Time) return [value];
    return value instanceof ICAL.Period && value.start ? [value.start] : [];
  });
}

function daysIn(event: ICAL.Component, name: string): string[] {
  return event
    .getAllProperties(name)
    .flatMap(timesOf)
    .filter((time) => time.isDate)
    .map(dayName);
}

function dayName({ year, month, day }: ICAL.Time): string {
  return `${year}-${month}-${day}`;
}
