import { columnUses } from '@alongside/practice';
import { describe, expect, it } from 'vitest';
import { people, read } from './bytes.ts';

/** A hundred and twenty-nine columns, as a large export has them, and one row that fills them all. */
function wide(rows = 1): { text: string; other: string[] } {
  const kept = [
    'First Name',
    'Last Name',
    'Organization Name',
    'Organization Title',
    'E-mail 1 - Value',
  ];
  const other = [
    'Birthday',
    'Gender',
    'Religion',
    'Nationality',
    'Notes',
    'Immigration Status',
    'Health',
    'Photo',
    'E-mail 2 - Value',
    'Phone 1 - Value',
    'Address 1 - City',
    ...Array.from({ length: 113 }, (_, at) => `Custom Field ${at + 1}`),
  ];
  const heading = [...other.slice(0, 60), ...kept, ...other.slice(60)];
  const row = (at: number) =>
    heading.map((name) =>
      name === 'First Name'
        ? `Noor${at}`
        : name === 'E-mail 1 - Value'
          ? `n${at}@example.org`
          : `secret ${name}`,
    );
  const lines = [heading, ...Array.from({ length: rows }, (_, at) => row(at))];
  return {
    text: lines.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n'),
    other,
  };
}

describe('reading a table of contacts', () => {
  it('keeps of an import with 129 columns only what may be kept, and lists every other', async () => {
    const { text, other } = wide();
    const found = await people(text);
    expect(found.table?.columns).toHaveLength(129);
    expect(found.people).toEqual([
      {
        at: 2,
        name: 'Noor0 secret Last Name',
        organization: 'secret Organization Name',
        role: 'secret Organization Title',
        reach: 'n0@example.org',
      },
    ]);
    expect(found.leftOut.map(({ name }) => name).sort()).toEqual([...other].sort());
    expect(found.leftOut.every(({ times }) => times === 1)).toBe(true);
    const outside = JSON.stringify(found.people);
    for (const name of other) expect(outside).not.toContain(`secret ${name}`);
  });

  it('never brings in more than name, organization, role and one way to reach them, whatever is mapped', async () => {
    const heading = 'a,b,c,d,e,f,g,h';
    const mapping = Object.fromEntries(columnUses.map((use, at) => [use, at])) as never;
    const found = await people(`${heading}\n1,2,3,4,5,6@x,7,8`, 'x.csv', mapping);
    expect(found.people).toEqual([
      { at: 2, name: '1', organization: '4', role: '5', reach: '6@x' },
    ]);
    // The given name, the family name and the number stay outside, since the whole name and an address are there.
    expect(found.leftOut.map(({ name }) => name)).toEqual(['b', 'c', 'g', 'h']);
  });

  it.each([
    [
      'Google',
      'First Name,Middle Name,Last Name,Organization Name,Organization Title,E-mail 1 - Value',
      'Amina,M,Diaz,Harbor,Director,a@h.org',
    ],
    [
      'Google of before',
      'Name,Given Name,Family Name,E-mail 1 - Value,Organization 1 - Name,Organization 1 - Title',
      'Amina Diaz,Amina,Diaz,a@h.org,Harbor,Director',
    ],
    [
      'Outlook',
      'First Name,Last Name,Company,Job Title,E-mail Address,Mobile Phone',
      'Amina,Diaz,Harbor,Director,a@h.org,555',
    ],
    [
      'CiviCRM',
      'Internal Contact ID,Display Name,Current Employer,Job Title,Email,Religion',
      '7,Amina Diaz,Harbor,Director,a@h.org,none',
    ],
    [
      'Outlook in Spanish',
      'Nombre;Apellidos;Compañía;Puesto;Dirección de correo electrónico',
      'Amina;Diaz;Harbor;Director;a@h.org',
    ],
    [
      'an Arabic table',
      'الاسم,المؤسسة,الدور,البريد الإلكتروني',
      'Amina Diaz,Harbor,Director,a@h.org',
    ],
  ])('knows the headings of %s', async (_of, heading, row) => {
    const found = await people(`${heading}\n${row}`);
    expect(found.people).toEqual([
      { at: 2, name: 'Amina Diaz', organization: 'Harbor', role: 'Director', reach: 'a@h.org' },
    ]);
  });

  it('uses a number only where there is no address, and lists it as left out where there is', async () => {
    const found = await people('Name,Email,Phone\nA,a@h.org,1\nB,,2\n');
    expect(found.people.map(({ reach }) => reach)).toEqual(['a@h.org', '2']);
    expect(found.leftOut).toEqual([{ name: 'Phone', times: 1 }]);
  });

  it('says which row has no name, too many cells, or words too long, and keeps the rest', async () => {
    const long = 'x'.repeat(301);
    const found = await people(
      `Name,Organization,Email\nA,Harbor,a@x\n,Harbor,b@x\nC,Harbor,c@x,more\nD,${long},d@x\nE,Harbor,e@x`,
    );
    expect(found.people.map(({ name, organization }) => [name, organization])).toEqual([
      ['A', 'Harbor'],
      ['D', ''],
      ['E', 'Harbor'],
    ]);
    expect(found.problems).toEqual([
      { at: 3, because: 'NoName' },
      { at: 4, because: 'TooManyCells' },
      { at: 5, because: 'TooLong' },
    ]);
  });

  it('says where a quotation mark is opened and never closed, and keeps what stood before', async () => {
    const found = await people('Name,Email\nA,a@x\n"B,b@x\nC,c@x');
    expect(found.people.map(({ name }) => name)).toEqual(['A']);
    expect(found.problems).toEqual([{ at: 3, because: 'OpenQuote' }]);
  });

  it('reads tables in UTF-16 and in the letter codes of office programs', async () => {
    const text = 'Name\tOrganization\nJosé Ñandú\tRío';
    const units = [...`\ufeff${text}`].flatMap((c) => [
      c.charCodeAt(0) & 255,
      c.charCodeAt(0) >> 8,
    ]);
    expect((await people(new Uint8Array(units))).people[0]?.name).toBe('José Ñandú');
    const latin = new Uint8Array(
      [...'Name,Organization\nJosé Ñandú,Río'].map((c) => c.charCodeAt(0)),
    );
    expect((await people(latin)).people[0]?.organization).toBe('Río');
  });

  it('reads 50,000 rows, and refuses what is no table', async () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, at) => `Person ${at},Group ${at % 900},p${at}@x.org`,
    );
    const found = await people(`Name,Organization,Email\n${rows.join('\n')}`);
    expect(found.people).toHaveLength(50_000);
    expect(found.rows).toBe(50_000);
    expect(await read('')).toEqual({ type: 'Empty' });
    expect(await read(' \n ')).toEqual({ type: 'Empty' });
    expect(await read('<html></html>', 'x.csv')).toEqual({ type: 'NotContacts' });
    expect(await read(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'x.xlsx')).toEqual({
      type: 'NotContacts',
    });
    expect(await read('Dear all, come on Friday', '')).toMatchObject({
      type: 'People',
      people: [],
    });
  });
});
