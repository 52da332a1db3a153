/**
 * Files made elsewhere, by several programs. Read from `../shared/data` beside the project, which does
 * not ship with it: where it is not there, these tests say so and are left out.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from './bytes.ts';

const folder = join(import.meta.dirname, '../../../shared/data');
const isThere = existsSync(folder);
const files = isThere
  ? ['contacts', 'calendars'].flatMap((kind) =>
      readdirSync(join(folder, kind))
        .filter((name) => /\.(?:vcf|csv|ics)$/.test(name))
        .map((name) => [kind, name] as const),
    )
  : [];

/** People or meetings found, problems, and every column that stays outside. */
const expected: Readonly<
  Record<string, readonly [found: number, problems: string, leftOut: string]>
> = {
  'actionnetwork_report.MADE-HERE.csv': [
    2,
    '3 NoName',
    'uuid 3, Phone Number 1, can2_user_address 1, can2_user_city 2, can2_user_state 2, zip_code 3, County 2, can2_user_tags 1, can2_subscription_status 3, can2_sms_status 1',
  ],
  'ez-vcard_John_Doe_ANDROID.vcf': [
    4,
    '1 NoName, 2 NoName',
    'CATEGORIES 5, NOTE 1, another TEL 2, URL 1, PHOTO 1, another EMAIL 1, TEL 2',
  ],
  'ez-vcard_John_Doe_MS_OUTLOOK.vcf': [
    1,
    '',
    'NICKNAME 1, NOTE 1, ADR 1, LABEL 1, X-MS-OL-DEFAULT-POSTAL-ADDRESS 1, URL 1, BDAY 1, X-MS-ANNIVERSARY 1, X-MS-IMADDRESS 1, PHOTO 1, X-MS-OL-DESIGN 1, X-MS-MANAGER 1, X-MS-ASSISTANT 1, REV 1, another TEL 1, TEL 1, ROLE 1, another ORG 1',
  ],
  'ez-vcard_gmail-list.vcf': [3, '', ''],
  'ez-vcard_issue114.vcf': [1, '', 'ADR 1, REV 1, UID 1, another TEL 1, TEL 1'],
  'ez-vcard_outlook-2007.vcf': [
    1,
    '',
    'NICKNAME 1, NOTE 1, X-MS-TEL 1, ADR 1, LABEL 1, X-MS-OL-DEFAULT-POSTAL-ADDRESS 1, URL 1, BDAY 1, X-MS-ANNIVERSARY 1, KEY 1, X-MS-IMADDRESS 1, PHOTO 1, X-MS-OL-DESIGN 1, X-MS-MANAGER 1, X-MS-ASSISTANT 1, X-MS-SPOUSE 1, FBURL 1, REV 1, another TEL 1, TEL 1, ROLE 1, another ORG 1',
  ],
  'ez-vcard_rfc2426-example.vcf': [2, '', 'ADR 2, URL 1, another EMAIL 1, another TEL 2, TEL 2'],
  'ez-vcard_rfc6350-example.vcf': [
    1,
    '',
    'BDAY 1, ANNIVERSARY 1, GENDER 1, LANG 1, ADR 1, GEO 1, KEY 1, TZ 1, URL 1, another TEL 1, TEL 1',
  ],
  'collective_alarm_google_future.ics': [1, '', 'VALARM 1'],
  // Twenty events with nothing in them.
  'collective_big_bad_calendar.ics': [
    0,
    Array.from({ length: 20 }, (_, at) => `${at + 1} NoDay`).join(', '),
    '',
  ],
  'collective_bom_calendar.ics': [0, '', ''],
  'collective_broken_ical.ics': [1, '', ''],
  'collective_issue_722_missing_timezones.ics': [2, '2 NoDay, 3 NoDay', 'VTODO 1'],
  'collective_pacific_fiji.ics': [1, '', ''],
};

describe.skipIf(!isThere)('contacts and calendars of other programs (../shared/data)', () => {
  it.each(files)('%s/%s', async (kind, name) => {
    const found = await read(readFileSync(join(folder, kind, name)), name);
    if (found.type !== 'People' && found.type !== 'Meetings') throw new Error(found.type);
    const one = found.type === 'People' ? found.people : found.meetings;
    const problems = found.problems.map(({ at, because }) => `${at} ${because}`).join(', ');
    const leftOut = found.leftOut
      .map((each) => `${each.another ? 'another ' : ''}${each.name} ${each.times}`)
      .join(', ');
    expect([one.length, problems, leftOut]).toEqual(expected[name]);
  });
});
