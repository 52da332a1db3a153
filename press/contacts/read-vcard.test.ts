import { describe, expect, it } from 'vitest';
import { people } from './bytes.ts';

const card = (version: string, ...lines: string[]) =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n');

describe('reading vCards', () => {
  it.each([
    [
      '2.1',
      [
        'FN:Amina Diaz',
        'ORG:Harbor;Legal',
        'TITLE:Director',
        'TEL;WORK;VOICE:555-0100',
        'EMAIL;PREF;INTERNET:a@h.org',
      ],
    ],
    [
      '3.0',
      [
        'FN:Amina Diaz',
        'ORG:Harbor;Legal',
        'TITLE:Director',
        'TEL;TYPE=WORK:555-0100',
        'EMAIL;TYPE=PREF:a@h.org',
      ],
    ],
    [
      '4.0',
      [
        'FN:Amina Diaz',
        'ORG:Harbor;Legal',
        'TITLE:Director',
        'TEL;VALUE=uri:tel:555-0100',
        'item1.EMAIL;PREF=1:a@h.org',
      ],
    ],
  ])('reads version %s, and lists what it leaves out', async (version, lines) => {
    const found = await people(
      card(version, ...lines, 'BDAY:19800101', 'NOTE:Goes to St. Mary’s', 'GENDER:F'),
    );
    expect(found.people).toEqual([
      { at: 1, name: 'Amina Diaz', organization: 'Harbor', role: 'Director', reach: 'a@h.org' },
    ]);
    expect(found.leftOut).toEqual([
      { name: 'BDAY', times: 1 },
      { name: 'NOTE', times: 1 },
      { name: 'GENDER', times: 1 },
      { name: 'TEL', times: 1 },
      { name: 'ORG', times: 1, another: true },
    ]);
  });

  it('decodes quoted-printable names over several lines in the letter code they say', async () => {
    const text = card(
      '2.1',
      'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=91=C3=A1=20=',
      '=D8=B9=D9=84=D9=8A',
      'ORG;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:R=EDo, Norte',
      'TEL;CELL:+1 555 0100',
      'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ',
      ' SkZJRgABAQ==',
    );
    expect((await people(text)).people).toEqual([
      { at: 1, name: 'Ñá علي', organization: 'Río, Norte', role: '', reach: '+1 555 0100' },
    ]);
  });

  it('takes the preferred address, and names the other one as left out', async () => {
    const found = await people(
      card('3.0', 'FN:A', 'EMAIL:first@x', 'EMAIL;TYPE=INTERNET,PREF:best@x'),
    );
    expect(found.people[0]?.reach).toBe('best@x');
    expect(found.leftOut).toEqual([{ name: 'EMAIL', times: 1, another: true }]);
  });

  it('puts a name together where there is no whole one', async () => {
    expect((await people(card('3.0', 'N:Diaz;Amina;;;'))).people[0]?.name).toBe('Amina Diaz');
  });

  it('says which card is broken or has no name, and keeps the others', async () => {
    const text = [
      card('3.0', 'FN:Before'),
      'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Never ends\r\n',
      card('3.0', 'EMAIL:nobody@x'),
      card('3.0', 'FN:After'),
      'BEGIN:VCARD\r\nFN:Cut off',
    ].join('');
    const found = await people(text);
    expect(found.people.map(({ name }) => name)).toEqual(['Before', 'After']);
    expect(found.problems).toEqual([
      { at: 2, because: 'Broken' },
      { at: 3, because: 'NoName' },
      { at: 5, because: 'Broken' },
    ]);
    expect(found.rows).toBe(5);
  });

  it('is not broken by a photo or a note that breaks every rule', async () => {
    const found = await people(
      card('4.0', 'FN:A', 'NOTE;;;=":::', 'ADR;X="^n^\':broken', 'PHOTO:data:image/jpeg;base64,//'),
    );
    expect(found.people.map(({ name }) => name)).toEqual(['A']);
    expect(found.leftOut.map(({ name }) => name)).toEqual(['NOTE', 'ADR', 'PHOTO']);
  });
});
