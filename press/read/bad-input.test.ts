import { Document, Packer, Paragraph } from 'docx';
import { strFromU8, unzipSync, zipSync, zlibSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { asDocx, asHtml, asPdf, asText, englishWords } from '../examples/forms.ts';
import { inventedStory } from '../examples/invented.ts';
import { isRefusal, readDocument, readLimits, sayRefusal } from '../index.ts';

const words = englishWords(inventedStory);
const bytes = (text: string) => new TextEncoder().encode(text);
const docx = await asDocx(words);
const pdf = await asPdf(words, 1);

/** The same DOCX with some of its parts replaced or added. */
function docxWith(change: Record<string, Uint8Array>): Uint8Array {
  return zipSync({ ...unzipSync(docx), ...change });
}

function xmlOf(name: string): string {
  return strFromU8(unzipSync(docx)[name] ?? new Uint8Array());
}

/** Sets the flag that says an archive's entries are encrypted. */
function locked(archive: Uint8Array): Uint8Array {
  const copy = archive.slice();
  for (let at = 0; at + 46 < copy.length; at += 1) {
    const entry =
      copy[at] === 0x50 && copy[at + 1] === 0x4b && copy[at + 2] === 1 && copy[at + 3] === 2;
    if (entry) copy[at + 8] = (copy[at + 8] ?? 0) | 1;
  }
  return copy;
}

/** A PDF whose one page is the given stream, inflated or not. */
function pdfOf(stream: Uint8Array, filter: string, more = ''): Uint8Array {
  const head = `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
9 0 obj /FlateDecode endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>> endobj
4 0 obj <</Length ${stream.length}${filter}>> stream
`;
  const tail = `
endstream endobj
trailer <</Root 1 0 R${more}>>
startxref
0
%%EOF
`;
  return new Uint8Array([...bytes(head), ...stream, ...bytes(tail)]);
}

const bomb = zlibSync(new Uint8Array(80 * 1024 * 1024), { level: 9 });
const emptyPage = await (async () => {
  const document = await PDFDocument.create();
  document.addPage();
  document.addPage();
  return document.save();
})();
const encryptedOffice = new Uint8Array([
  0xd0,
  0xcf,
  0x11,
  0xe0,
  ...new Uint8Array(508),
  ...[...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]),
]);
const locked40 = pdfOf(
  bytes('BT ET'),
  '',
  `/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]/Encrypt <</Filter/Standard/V 1/R 2/P -44/O <${'ab'.repeat(32)}>/U <${'cd'.repeat(32)}>>>`,
);
const deepXml = xmlOf('word/document.xml').replace(
  '<w:body>',
  `<w:body>${'<w:sdt><w:sdtContent>'.repeat(10_000)}${'</w:sdtContent></w:sdt>'.repeat(10_000)}`,
);
const entities = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${xmlOf('word/document.xml').replace(/^<\?xml[^>]*\?>/, '')}`;

const cases: [string, string, Uint8Array, string][] = [
  ['nothing', 'a.txt', new Uint8Array(), 'Empty'],
  ['only blanks', 'a.txt', bytes(' \n\n\t '), 'Empty'],
  ['a page without words', 'a.html', bytes('<!doctype html><p> </p>'), 'NoText'],
  ['100 MB of text', 'a.txt', new Uint8Array(100 * 1024 * 1024).fill(97), 'TooBig'],
  ['a text over its limit', 'a.md', new Uint8Array(readLimits.text + 1).fill(97), 'TooBig'],
  ['a picture', 'a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'WrongType'],
  [
    'a picture that says it is text',
    'a.txt',
    new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
    'WrongType',
  ],
  ['text that says it is a Word file', 'a.docx', bytes('Takeaways'), 'WrongType'],
  ['text that says it is a PDF', 'a.pdf', bytes('Takeaways'), 'WrongType'],
  ['data', 'a.json', bytes('{"a":1}'), 'WrongType'],
  ['rich text', 'a.rtf', bytes('{\\rtf1 hello}'), 'WrongType'],
  [
    'an old Word file',
    'a.doc',
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600)]),
    'WrongType',
  ],
  ['a spreadsheet', 'a.xlsx', zipSync({ 'xl/workbook.xml': bytes('<x/>') }), 'WrongType'],
  ['an archive', 'a.zip', zipSync({ 'a.txt': bytes('x') }), 'WrongType'],
  ['half a DOCX', 'a.docx', docx.slice(0, docx.length / 2), 'Truncated'],
  ['half a PDF', 'a.pdf', pdf.slice(0, pdf.length / 2), 'Truncated'],
  ['half a page', 'a.html', bytes(asHtml(words).slice(0, 1_500)), 'Truncated'],
  ['text cut inside a letter', 'a.txt', bytes('Takeaways é… niño é').slice(0, -1), 'Truncated'],
  ['a locked DOCX', 'a.docx', encryptedOffice, 'PasswordProtected'],
  ['a DOCX of locked entries', 'a.docx', locked(docx), 'PasswordProtected'],
  ['a locked PDF', 'a.pdf', locked40, 'PasswordProtected'],
  ['a scan without text', 'a.pdf', emptyPage, 'NoText'],
  [
    'a PDF of noise',
    'a.pdf',
    bytes(`%PDF-1.7\n${'\u0001?'.repeat(500)}\nstartxref\n9\n%%EOF`),
    'Damaged',
  ],
  [
    'a DOCX of noise',
    'a.docx',
    docxWith({ 'word/document.xml': bytes('<w:document><w:body>&&&</w:p>') }),
    'Damaged',
  ],
  [
    'an archive that unpacks to 80 MB',
    'a.docx',
    docxWith({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024).fill(32) }),
    'UnpacksTooBig',
  ],
  [
    'an archive that lies about its sizes',
    'a.docx',
    lying(docxWith({ 'word/document.xml': new Uint8Array(20 * 1024 * 1024).fill(32) })),
    'UnpacksTooBig',
  ],
  [
    'a PDF stream that unpacks to 80 MB',
    'a.pdf',
    pdfOf(bomb, '/Filter/FlateDecode'),
    'UnpacksTooBig',
  ],
  [
    'a PDF stream packed twice',
    'a.pdf',
    pdfOf(zlibSync(bomb), '/Filter[/FlateDecode/FlateDecode]'),
    'Damaged',
  ],
  [
    'names that point outside',
    'a.docx',
    docxWith({ '../../evil.txt': bytes('x') }),
    'UnsafeArchive',
  ],
  ['names from the root', 'a.docx', docxWith({ '/etc/passwd': bytes('x') }), 'UnsafeArchive'],
  [
    'entities in a DOCX',
    'a.docx',
    docxWith({ 'word/document.xml': bytes(entities) }),
    'DeclaresEntities',
  ],
  [
    'entities in a page',
    'a.html',
    bytes('<!DOCTYPE html [<!ENTITY a "ha">]><p>&a;</p>'),
    'DeclaresEntities',
  ],
  [
    '20,000 elements inside one another',
    'a.html',
    bytes(`<html><body>${'<div>'.repeat(20_000)}x${'</div>'.repeat(20_000)}</body></html>`),
    'TooDeep',
  ],
  ['20,000 bold marks never closed', 'a.html', bytes(`<p>${'<b>'.repeat(20_000)}x`), 'TooDeep'],
  ['20,000 quotations inside one another', 'a.md', bytes(`${'>'.repeat(20_000)} x`), 'TooDeep'],
  ['20,000 lists inside one another', 'a.md', bytes(`${'- '.repeat(20_000)}x`), 'TooDeep'],
  ['20,000 brackets', 'a.md', bytes(`${'['.repeat(20_000)}x${']'.repeat(20_000)}`), 'TooDeep'],
  [
    '20,000 elements deep in a DOCX',
    'a.docx',
    docxWith({ 'word/document.xml': bytes(deepXml) }),
    'TooDeep',
  ],
  ['control characters', 'a.txt', bytes('Takeaways\n\n1. A\u0007b'), 'ControlCharacters'],
  [
    'zero bytes',
    'a.txt',
    bytes('Takeaways\u0000\u0000 and on, for a while, in some more words'),
    'ControlCharacters',
  ],
  ['letters turned around', 'a.txt', bytes('Takeaways \u202egnorw'), 'HiddenDirection'],
  ['an isolate never closed', 'a.md', bytes('Takeaways \u2066wrong'), 'HiddenDirection'],
  [
    'half a character in UTF-8',
    'a.txt',
    new Uint8Array([...bytes('Takeaways '), 0xed, 0xa0, 0x80, 0x20]),
    'LoneSurrogates',
  ],
  [
    'a page whose depth hides behind quotes',
    'a.html',
    bytes(`<p a">${'<div>'.repeat(20_000)}x<p a">`),
    'TooDeep',
  ],
  [
    'a page whose end tags are comments',
    'a.html',
    bytes(`${'<div><!-- </div> -->'.repeat(20_000)}x`),
    'TooDeep',
  ],
  [
    'a page whose marks left open stand in every paragraph',
    'a.html',
    bytes(
      `<p>${Array.from({ length: 200 }, (_, at) => `<font a=${at}>`).join('')}</p>${'<p>x</p>'.repeat(100_000)}`,
    ),
    'TooComplex',
  ],
  [
    'a DOCX whose depth hides behind quotes in comments',
    'a.docx',
    docxWith({
      'word/document.xml': bytes(
        xmlOf('word/document.xml').replace(
          '<w:body>',
          `<w:body><!-- <a " -->${'<w:sdt><w:sdtContent>'.repeat(20_000)}<!-- "> -->`,
        ),
      ),
    }),
    'TooDeep',
  ],
  [
    'a DOCX whose elements hide behind quotes in comments',
    'a.docx',
    docxWith({
      'word/document.xml': bytes(
        xmlOf('word/document.xml').replace(
          '<w:body>',
          `<w:body><!-- <a " -->${'<w:p/>'.repeat(900_000)}<!-- "> -->`,
        ),
      ),
    }),
    'TooComplex',
  ],
  [
    'a PDF that unpacks without end by a filter whose name is spelled in digits',
    'a.pdf',
    pdfOf(bomb, '/F#69lter/Fl#61teDecode'),
    'UnpacksTooBig',
  ],
  [
    'a PDF that unpacks without end by a filter named elsewhere',
    'a.pdf',
    pdfOf(bomb, '/Filter 9 0 R'),
    'UnpacksTooBig',
  ],
  [
    'half a character in UTF-16',
    'a.txt',
    new Uint8Array([0xff, 0xfe, 0x41, 0, 0, 0xd8, 0x42, 0]),
    'LoneSurrogates',
  ],
  [
    'letters of an unknown code',
    'a.txt',
    new Uint8Array([0x83, 0x65, 0x83, 0x58, 0x83, 0x67, 0x82, 0xcc, 0x8f, 0x81, 0x8d, 0xc6]),
    'UnknownEncoding',
  ],
];

/** Declares in its list that every part is ten bytes long. */
function lying(archive: Uint8Array): Uint8Array {
  const copy = archive.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  }
  return copy;
}

/** Milliseconds of the processor's work, which a busy machine does not lengthen as it does the clock's. */
function worked(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
}

describe('bad input', () => {
  for (const [what, name, file, type] of cases) {
    it(`refuses ${what} with ${type}, a sentence, and no delay`, async () => {
      const begun = process.cpuUsage();
      const result = await readDocument(file, { name });
      expect(isRefusal(result) ? result.type : 'read').toBe(type);
      expect(worked(begun)).toBeLessThan(5_000);
      if (isRefusal(result)) expect(sayRefusal(result)).toMatch(/^[A-Z].*\.$/);
    });
  }

  it('reads a page with scripts without running them, and says that they were left out', async () => {
    const page = asHtml(words).replace(
      '<main>',
      '<main><script src="https://example.org/x.js"></script><img src="https://example.org/x.png" onerror="fail()">',
    );
    const result = await readDocument(bytes(page), { name: 'a.html' });
    if (isRefusal(result)) throw new Error(result.type);
    expect(result.document.leftOut).toEqual([
      { what: 'hidden', count: 1 },
      { what: 'script', count: 2 },
      { what: 'style', count: 1 },
      { what: 'picture', count: 1 },
    ]);
    expect(result.document.lines.join('\n')).not.toContain('track(');
  });

  it('counts the name of a tab as left out only where the story does not say it again', async () => {
    const counts: unknown[] = [];
    for (const title of [
      inventedStory.title ?? '',
      `${inventedStory.title} | Example pages`,
      inventedStory.series ?? '',
      'Example pages',
    ]) {
      const page = asHtml(words).replace('<title>Stories</title>', `<title>${title}</title>`);
      const result = await readDocument(bytes(page), { name: 'a.html' });
      if (isRefusal(result)) throw new Error(result.type);
      counts.push(result.document.leftOut?.find(({ what }) => what === 'hidden')?.count);
    }
    expect(counts).toEqual([undefined, undefined, undefined, 1]);
  });

  it('asks the network for nothing, whatever a document refers to', async () => {
    const asked: string[] = [];
    const before = globalThis.fetch;
    globalThis.fetch = (async (input: unknown) => {
      asked.push(String(input));
      throw new Error('no network');
    }) as typeof fetch;
    try {
      const rels = xmlOf('word/_rels/document.xml.rels').replace(
        '</Relationships>',
        '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="https://example.org/x.png" TargetMode="External"/></Relationships>',
      );
      for (const [name, file] of [
        ['a.docx', docxWith({ 'word/_rels/document.xml.rels': bytes(rels) })],
        [
          'a.html',
          bytes(
            '<link rel=stylesheet href="https://example.org/x.css"><iframe src="https://example.org"></iframe><p>Takeaways</p>',
          ),
        ],
        ['a.md', bytes('![x](https://example.org/x.png)\n\nTakeaways')],
        ['a.pdf', pdf],
      ] as const) {
        expect(isRefusal(await readDocument(file, { name }))).toBe(false);
      }
    } finally {
      globalThis.fetch = before;
    }
    expect(asked).toEqual([]);
  });

  it('reads hard but honest text in under five seconds of work each', {
    timeout: 60_000,
  }, async () => {
    for (const piece of [
      '"a" ',
      '1. a\n',
      'a,',
      '[a](',
      '**a',
      '<a "',
      'including A, ',
      '> a\n',
      '“',
      'a: b? ',
      '— A\n\n',
      '0',
    ]) {
      const text = `Takeaways\n\n${piece.repeat(Math.floor(300_000 / piece.length))}`;
      const begun = process.cpuUsage();
      await readDocument(bytes(text), { name: 'a.md' });
      expect(worked(begun), piece).toBeLessThan(5_000);
    }
  });

  it('reads a numbered list of sixty thousand items in under five seconds of work', async () => {
    const begun = process.cpuUsage();
    const page = `<ol>${'<li>a b'.repeat(60_000)}</ol>`;
    const result = await readDocument(bytes(page), { name: 'a.html' });
    expect(isRefusal(result) ? result.type : result.document.lines.length).toBe(60_000);
    expect(worked(begun)).toBeLessThan(5_000);
  });

  it('reads letters stored in other ways, and says in which', async () => {
    const text = `${asText(words)}\n\nniño, corazón, señora, también`;
    const latin = new Uint8Array(
      [...text].map((letter) => ({ '“': 0x93, '”': 0x94 })[letter] ?? letter.charCodeAt(0)),
    );
    const arabic = 'قالت الجدة إن من يفتح الباب في الليل لا يسأل عن الاسم';
    const table = new TextDecoder('windows-1256').decode(
      Uint8Array.from({ length: 256 }, (_, at) => at),
    );
    const codes = new Uint8Array([...arabic].map((letter) => table.indexOf(letter)));
    const utf16 = new Uint8Array(
      [...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
    );
    for (const [file, encoding, has] of [
      [latin, 'windows-1252', 'corazón'],
      [codes, 'windows-1256', 'الجدة'],
      [utf16, 'utf-16', 'corazón'],
    ] as const) {
      const result = await readDocument(file, { name: 'a.txt' });
      if (isRefusal(result)) throw new Error(result.type);
      expect(result.document.encoding).toBe(encoding);
      expect(result.document.lines.join('\n')).toContain(has);
    }
  });
});

it('a small DOCX of one paragraph is read', async () => {
  const small = new Document({ sections: [{ children: [new Paragraph('Only this.')] }] });
  const result = await readDocument(new Uint8Array(await Packer.toBuffer(small)), {
    name: 'a.docx',
  });
  expect(isRefusal(result) ? result : result.pieces.map(({ kind, text }) => [kind, text])).toEqual([
    ['unrecognised', 'Only this.'],
  ]);
});
