import { cleanLine } from '@alongside/practice';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetings, people } from './bytes.ts';
import { type ContactOut, writeCalendar, writeCsv, writeVcards } from './write-contacts.ts';

const line = fc
  .string({ unit: 'binary', maxLength: 40 })
  .map((text) => cleanLine(text.replace(/^'+/, '')).normalize('NFC'))
  .map(cleanLine);
const contact: fc.Arbitrary<ContactOut> = fc.record({
  name: line.filter((name) => name !== ''),
  organization: line,
  role: line,
  reach: fc.oneof(fc.constant(''), fc.constant('a@example.org'), fc.constant('+1 555 0100')),
});

describe('contacts on their way out', () => {
  it('D14: a formula in a cell goes out as words, whatever it begins with', () => {
    for (const begin of ['=', '+', '-', '@', '\t', '\r', '＝']) {
      const name = `${begin}HYPERLINK("https://evil.example","x")\nmore`;
      const row = writeCsv([{ name, organization: '', role: '', reach: '' }]).split('\r\n')[1];
      expect(row?.replace(/^"/, '').startsWith("'")).toBe(true);
    }
  });

  it('D14: no sign by which a program parts cells stands outside of quotes', () => {
    const name = "Amina;=1+cmd|' /C calc'!A0\t@x";
    const csv = writeCsv([{ name, organization: '', role: '', reach: '' }]);
    expect(csv.split('\r\n')[1]).toBe(`"${name}","","","",""`);
  });

  it('D14: a line end of whatever kind in a name begins no property of its own', () => {
    for (const end of ['\r', '\n', '\r\n', '\u0085', '\u2028']) {
      const name = `Amina${end}EMAIL:evil@example.org`;
      const card = writeVcards([{ name, organization: name, role: name, reach: '' }]);
      const calendar = writeCalendar([{ id: 'a', title: name, on: '2026-11-20' }], 0);
      for (const text of [card, calendar])
        expect(text.split(/[\r\n\u0085\u2028]+/).filter((one) => one.startsWith('EMAIL'))).toEqual(
          [],
        );
    }
  });

  it('come back from a table as they went, numbers and formulas too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(contact, { minLength: 1, maxLength: 5 }), async (contacts) => {
        const found = await people(new TextEncoder().encode(writeCsv(contacts)));
        expect(found.people.map(({ at: _, ...one }) => one)).toEqual(contacts);
        expect(found.problems).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('come back from vCards as they went', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(contact, { minLength: 1, maxLength: 5 }), async (contacts) => {
        const found = await people(writeVcards(contacts));
        expect(found.people.map(({ at: _, ...one }) => one)).toEqual(contacts);
        expect(found.leftOut).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('dates come back on their days, with nobody in them', async () => {
    const text = writeCalendar(
      [{ id: 'a', title: 'Harbor, hearing; 4 interpreters', on: '2026-11-20' }],
      Date.UTC(2026, 10, 1),
    );
    expect(text).not.toMatch(/ATTENDEE|ORGANIZER/);
    const found = await meetings(text);
    expect(found.meetings).toEqual([
      { at: 1, title: 'Harbor, hearing; 4 interpreters', on: '2026-11-20', recurs: false },
    ]);
    expect(found.problems).toEqual([]);
  });
});
