/**
 * The moment of a time in a calendar, as milliseconds since 1970. A zone is the one that the file
 * describes, else the one that the platform knows by that name, else one of the names that Outlook
 * uses; a zone that nobody knows is read as the workspace's own, and said so.
 */
import type ICAL from 'ical.js';

/** Wall-clock time in the form that both sides read. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Names that Outlook gives to zones, of the places most of our calendars come from. */
const outlook: Readonly<Record<string, string>> = {
  'Hawaiian Standard Time': 'Pacific/Honolulu',
  'Alaskan Standard Time': 'America/Anchorage',
  'Pacific Standard Time': 'America/Los_Angeles',
  'US Mountain Standard Time': 'America/Phoenix',
  'Mountain Standard Time': 'America/Denver',
  'Central Standard Time': 'America/Chicago',
  'Central Standard Time (Mexico)': 'America/Mexico_City',
  'Eastern Standard Time': 'America/New_York',
  'SA Pacific Standard Time': 'America/Bogota',
  'GMT Standard Time': 'Europe/London',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Romance Standard Time': 'Europe/Paris',
  'Egypt Standard Time': 'Africa/Cairo',
  'Arab Standard Time': 'Asia/Riyadh',
  'Middle East Standard Time': 'Asia/Beirut',
  UTC: 'UTC',
};

/** How a time of that zone becomes a moment; null where nobody knows the zone. */
export function zoneOf(
  tzid: string,
  described: ReadonlyMap<string, ICAL.Timezone>,
): ((time: ICAL.Time) => number) | null {
  const own = described.get(tzid);
  if (own) {
    return (time) => {
      const there = time.clone();
      there.zone = own;
      return there.toUnixTime() * 1000;
    };
  }
  const name = outlook[tzid] ?? tzid.replace(/^.*\/([^/]+\/[^/]+)$/, '$1');
  return isKnown(name) ? (time) => momentIn(name, wallOf(time)) : null;
}

function isKnown(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export function wallOf({ year, month, day, hour, minute, second }: ICAL.Time): WallTime {
  return { year, month, day, hour, minute, second };
}

/** Two looks at the clock there: the second corrects the first where its offset just changes. */
export function momentIn(zone: string, wall: WallTime): number {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  let moment = asUtc;
  for (let looks = 0; looks < 2; looks += 1) moment = asUtc - offsetAt(zone, moment);
  return moment;
}

/** The day that it is there at that moment. */
export function dayIn(zone: string, moment: number): string {
  return new Date(moment + offsetAt(zone, moment)).toISOString().slice(0, 10);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function offsetAt(zone: string, moment: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const parts = Object.fromEntries(
    format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
}
