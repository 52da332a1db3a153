/**
 * For tests: small documents that would become huge, or never end, in the hands of a parser that
 * trusts them. Each is made here, under a megabyte or two; what it stands for is in its name.
 */
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

export interface Bomb {
  readonly what: string;
  /** The file's name. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const schema = 'http://schemas.openxmlformats.org';
const word = `xmlns:w="${schema}/wordprocessingml/2006/main" xmlns:r="${schema}/officeDocument/2006/relationships"`;
const relationships = (inner: string) =>
  strToU8(
    `<?xml version="1.0"?><Relationships xmlns="${schema}/package/2006/relationships">${inner}</Relationships>`,
  );
const relationship = (id: string, kind: string, target: string, more = '') =>
  `<Relationship Id="${id}" Type="${schema}/officeDocument/2006/relationships/${kind}" Target="${target}"${more}/>`;
const body = (inner: string) =>
  strToU8(`<?xml version="1.0"?><w:document ${word}><w:body>${inner}</w:body></w:document>`);
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const plain = {
  '[Content_Types].xml': strToU8(
    `<?xml version="1.0"?><Types xmlns="${schema}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  ),
  '_rels/.rels': relationships(relationship('r1', 'officeDocument', 'word/document.xml')),
  'word/document.xml': body(paragraph('Takeaways')),
};

const megabyte = 1024 * 1024;

const zip = (parts: Record<string, Uint8Array>) => zipSync({ ...plain, ...parts }, { level: 1 });

/** Declares in an archive's list that every entry is ten bytes long. */
function lying(archive: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  for (let at = 0; at + 46 < archive.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  }
  return archive;
}

export function docxBombs(): Bomb[] {
  const spaces = strToU8(`${' '.repeat(5 * megabyte)}<a/>`);
  const headers = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [`word/header${at}.xml`, spaces]),
  );
  const footnotes = strToU8(
    `<?xml version="1.0"?><w:footnotes ${word}><w:footnote w:id="2">${paragraph('A word. '.repeat(60_000))}</w:footnote></w:footnotes>`,
  );
  const call = '<w:r><w:footnoteReference w:id="2"/></w:r>';
  const link = '<w:hyperlink r:id="r9"><w:r><w:t>a</w:t></w:r></w:hyperlink>';
  const far = `https://example.org/${'a'.repeat(3 * megabyte)}`;
  const bomb = (what: string, name: string, bytes: Uint8Array) => ({ what, name, bytes });
  return [
    bomb(
      'a picture that unpacks to 100 MB',
      'media.docx',
      zip({ 'word/media/image1.png': new Uint8Array(100 * megabyte) }),
    ),
    bomb(
      'text that unpacks to 60 MB and says ten bytes',
      'text.docx',
      lying(zip({ 'word/document.xml': new Uint8Array(60 * megabyte).fill(32) })),
    ),
    bomb('twelve running heads of 5 MB that say ten bytes', 'headers.docx', lying(zip(headers))),
    bomb(
      'a long note called fifty thousand times',
      'notes.docx',
      zip({
        'word/document.xml': body(`<w:p>${call.repeat(50_000)}</w:p>`),
        'word/footnotes.xml': footnotes,
        'word/_rels/document.xml.rels': relationships(
          relationship('r9', 'footnotes', 'footnotes.xml'),
        ),
      }),
    ),
    bomb(
      'a long address in fifty thousand links',
      'links.docx',
      zip({
        'word/document.xml': body(`<w:p>${link.repeat(50_000)}</w:p>`),
        'word/_rels/document.xml.rels': relationships(
          relationship('r9', 'hyperlink', far, ' TargetMode="External"'),
        ),
      }),
    ),
    bomb(
      'as many elements as are let through',
      'elements.docx',
      zip({ 'word/document.xml': body('<w:p/>'.repeat(190_000)) }),
    ),
  ];
}

/** An object of a PDF: its dictionary or value, and its stream where it has one. */
type Made = readonly [string, Uint8Array?];

function pdf(objects: readonly Made[], trailer = ''): Uint8Array {
  const parts: Uint8Array[] = [strToU8('%PDF-1.5\n')];
  for (const [at, [value, stream]] of objects.entries()) {
    parts.push(strToU8(`${at + 1} 0 obj ${value}`));
    if (stream) parts.push(strToU8(' stream\n'), stream, strToU8('\nendstream'));
    parts.push(strToU8(' endobj\n'));
  }
  parts.push(strToU8(`trailer <</Root 1 0 R${trailer}>>\nstartxref\n0\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

const helvetica = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
const shows = strToU8('BT /F1 12 Tf 50 700 Td (Takeaways) Tj ET');

/** A PDF of one page. Object 4 is what stands on it, object 5 its font; `more` begins at 6. */
function onePage(contents: Made, more: readonly Made[] = [], resources = '', font = helvetica) {
  return pdf([
    ['<</Type/Catalog/Pages 2 0 R>>'],
    ['<</Type/Pages/Kids[3 0 R]/Count 1>>'],
    [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>${resources}>>>>`,
    ],
    contents,
    [font],
    ...more,
  ]);
}

const stream = (dictionary: string, bytes: Uint8Array): Made => [
  `<</Length ${bytes.length}${dictionary}>>`,
  bytes,
];

/** Forms in forms, ten times each, nine deep: a billion of the last. */
function forms(last: Uint8Array): Uint8Array {
  const tenTimes = strToU8('/X Do '.repeat(10));
  const nested = Array.from({ length: 9 }, (_, at): Made => {
    const inner = at === 8 ? '' : `/XObject<</X ${7 + at} 0 R>>`;
    return stream(
      `/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>${inner}>>`,
      at === 8 ? last : tenTimes,
    );
  });
  return onePage(stream('', tenTimes), nested, '/XObject<</X 6 0 R>>');
}

/** A PDF whose root is the first of six million objects that one stream says it holds. */
function objectStream(): Uint8Array {
  const numbers = '3 0 '.repeat(3 * megabyte);
  const objects = deflateSync(strToU8(`${numbers}<</Type/Catalog/Pages 3 0 R>>`));
  const first = strToU8(
    `%PDF-1.5\n1 0 obj <</Type/ObjStm/N 6000000/First ${numbers.length}/Length ${objects.length}/Filter/FlateDecode>> stream\n`,
  );
  const end = strToU8('\nendstream endobj\n');
  const at = first.length + objects.length + end.length;
  const row = (kind: number, where: number) => [
    kind,
    where >> 16,
    (where >> 8) & 255,
    where & 255,
    0,
  ];
  const rows = new Uint8Array([...row(0, 0), ...row(1, 9), ...row(1, at), ...row(2, 1)]);
  const table = strToU8(
    `2 0 obj <</Type/XRef/Size 4/W[1 3 1]/Root 3 0 R/Length ${rows.length}>> stream\n`,
  );
  const last = strToU8(`\nendstream endobj\nstartxref\n${at}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat([first, objects, end, table, rows, last]));
}

export function pdfStreamBombs(): Bomb[] {
  const spaces = new Uint8Array(300 * megabyte).fill(32);
  spaces.set(shows);
  const packed = deflateSync(spaces, { level: 9 });
  const hex = strToU8(`${Buffer.from(packed).toString('hex')}>`);
  const runs = new Uint8Array(4 * megabyte).map((_, at) => (at % 2 === 0 ? 129 : 32));
  const font =
    '<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4>>>>]>>';
  const codes = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00000000> <ffffffff> endcodespacerange 1 beginbfrange <00000000> <00fffffe> <${'0041'.repeat(200)}> endbfrange endcmap end`;
  const bomb = (what: string, name: string, bytes: Uint8Array) => ({ what, name, bytes });
  return [
    bomb('a page of 300 MB', 'page.pdf', onePage(stream('/Filter/FlateDecode', packed))),
    bomb(
      'a page of 300 MB that says one byte',
      'one-byte.pdf',
      onePage(['<</Length 1/Filter/FlateDecode>>', packed]),
    ),
    bomb(
      'a page of 300 MB that says it is a picture',
      'picture.pdf',
      onePage(stream('/Subtype/Image/Filter/FlateDecode', packed)),
    ),
    bomb(
      'a page of 300 MB spelled in digits',
      'digits.pdf',
      onePage(stream('/Filter[/ASCIIHexDecode/FlateDecode]', hex)),
    ),
    bomb(
      'a page of 256 MB as lengths of runs',
      'runs.pdf',
      onePage(stream('/Filter/RunLengthDecode', runs)),
    ),
    bomb('six million objects in one stream', 'object-stream.pdf', objectStream()),
    bomb(
      'a font that names sixteen million letters at length',
      'letters.pdf',
      onePage(
        stream('', strToU8('BT /F1 12 Tf 50 700 Td <00000041> Tj ET')),
        [stream('', strToU8(codes))],
        '',
        font,
      ),
    ),
  ];
}

export function pdfShapeBombs(): Bomb[] {
  const bomb = (what: string, name: string, bytes: Uint8Array) => ({ what, name, bytes });
  const small = Array.from({ length: 300_000 }, (): Made => ['<</A[1 2 3]>>']);
  const nestedPages = Array.from(
    { length: 20_000 },
    (_, at): Made => [
      `<</Type/Pages/Kids[${at === 19_999 ? 2 : at + 3} 0 R]/Count 1/Parent ${at + 1} 0 R>>`,
    ],
  );
  const rows = deflateSync(new Uint8Array(2 * megabyte));
  const table = new Uint8Array(
    Buffer.concat([
      strToU8(
        `%PDF-1.5\n1 0 obj <</Type/XRef/Size 2147483647/Index[0 2000000000 0 2000000000]/W[0 1 0]/Root 2 0 R/Prev 9/Length ${rows.length}/Filter/FlateDecode>> stream\n`,
      ),
      rows,
      strToU8('\nendstream endobj\nstartxref\n9\n%%EOF\n'),
    ]),
  );
  return [
    bomb('a billion forms that show nothing', 'forms.pdf', forms(strToU8(' '))),
    bomb('a billion forms that show a word', 'words.pdf', forms(shows)),
    bomb(
      'three hundred thousand small objects',
      'objects.pdf',
      pdf([['<</Type/Catalog/Pages 2 0 R>>'], ['<</Type/Pages/Kids[]/Count 0>>'], ...small]),
    ),
    bomb(
      'pages in pages, twenty thousand deep and round again',
      'pages.pdf',
      pdf([['<</Type/Catalog/Pages 2 0 R>>'], ...nestedPages]),
    ),
    bomb(
      'arrays in arrays, a million deep',
      'arrays.pdf',
      onePage([`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`]),
    ),
    bomb('a list of two thousand million objects that leads to itself', 'table.pdf', table),
    bomb(
      'two million words on one page',
      'items.pdf',
      onePage(
        stream(
          '/Filter/FlateDecode',
          deflateSync(strToU8(`BT /F1 1 Tf ${'(a) Tj 0 9 Td '.repeat(2_000_000)}ET`)),
        ),
      ),
    ),
  ];
}
