/**
 * For tests: one story in the forms in which stories come, made by the tests themselves. Each maker
 * says the same words; only the layout differs.
 */
import type { Story } from '@alongside/practice';
import { Document, Footer, Header, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib';

export interface Words {
  readonly story: Story;
  /** Headings as printed. */
  readonly introduction: string;
  readonly takeaways: string;
  readonly takeawaysLead: string;
  readonly prompts: string;
}

export function englishWords(story: Story): Words {
  const who = story.narrators.map(({ name }) => name.split(' ')[0]).join(' and ');
  return {
    story,
    introduction: 'Introduction',
    takeaways: 'Takeaways',
    takeawaysLead: `Here are ${who}'s key takeaways for building sustainable solidarity practices:`,
    prompts: 'Your Turn',
  };
}

function byline(story: Story): string[] {
  const lines = story.narrators.map(({ name, organization }) => `${name}, ${organization},`);
  const last = lines.pop() ?? '';
  return story.place ? [...lines, last, story.place] : [...lines, last.replace(/,$/, '')];
}

/** Plain text with blank lines, headings seen again at a page break, and link remains. */
export function asText({ story, ...words }: Words): string {
  const [pull = ''] = story.pullQuotes;
  const half = Math.ceil(story.takeaways.length / 2);
  const takeaways = story.takeaways.map(({ number, title, paragraphs }, at) =>
    [
      ...(at === 0 || at === half ? [words.takeaways, words.takeawaysLead] : []),
      `${number}. ${title}`,
      ...paragraphs,
    ].join('\n\n'),
  );
  return [
    `**${twoLines(story.series ?? '').join('\n')}**`,
    ...(story.title ? [story.title] : []),
    byline(story).join('\n'),
    words.introduction,
    `“${pull}”`,
    ...story.introduction,
    ...story.guidingQuestions,
    ...takeaways,
    words.prompts,
    words.prompts,
    ...story.prompts,
  ].join('\n\n');
}

function twoLines(text: string): string[] {
  if (text.length < 60) return [text];
  const cut = text.lastIndexOf(' ', 62);
  return [text.slice(0, cut), text.slice(cut + 1)];
}

export function asMarkdown({ story, ...words }: Words): string {
  const [pull = ''] = story.pullQuotes;
  return [
    `## ${story.series}`,
    ...(story.title ? [`# ${story.title}`] : []),
    `*${byline(story).join('\n')}*`,
    `## ${words.introduction}`,
    `> “${pull}”`,
    ...story.introduction,
    ...story.guidingQuestions.map((question) => `- ${question}`),
    `## ${words.takeaways}`,
    words.takeawaysLead,
    ...story.takeaways.flatMap(({ number, title, paragraphs }) => [
      `### ${number}. ${title}`,
      ...paragraphs,
    ]),
    `## ${words.prompts}`,
    ...story.prompts.map((prompt, at) => `${at + 1}. ${prompt}`),
  ].join('\n\n');
}

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A web page: navigation and footer, takeaways numbered `01`, a second pull quote. */
export function asHtml({ story, ...words }: Words): string {
  const [pull = ''] = story.pullQuotes;
  const second = story.takeaways[1]?.quotes[0]?.text.split(/[.,]/)[0] ?? '';
  const paragraph = (text: string) => `      <p>${escaped(text)}</p>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Stories</title><script>track("<div>")</script>
<style>p { color: red }</style></head><body>
  <header><a href="/">Home</a> <nav><ul><li><a href="/stories">Stories</a></li><li>About us</li></ul></nav></header>
  <main>
    <article>
      <p class="eyebrow">${escaped(story.series ?? '')}</p>
      ${story.title ? `<h1>${escaped(story.title)}</h1>` : ''}
      <p class="byline">${byline(story).map(escaped).join('<br>\n')}</p>
      <blockquote>“${escaped(pull)}”</blockquote>
      <h2>${words.introduction}</h2>
${story.introduction.map(paragraph).join('\n')}
      <ul>${story.guidingQuestions.map((question) => `<li>${escaped(question)}</li>`).join('')}</ul>
      <h2>${words.takeaways}</h2>
${paragraph(words.takeawaysLead)}
${story.takeaways
  .map(({ number, title, paragraphs }, at) => {
    const aside =
      at === 1 && second ? `\n      <aside class="pull-quote">“${escaped(second)}”</aside>` : '';
    return `      <h3><span>${String(number).padStart(2, '0')}</span> ${escaped(title)}</h3>\n${paragraphs.map(paragraph).join('\n')}${aside}`;
  })
  .join('\n')}
      <h2>${words.prompts}</h2>
      <ol>${story.prompts.map((prompt) => `<li><p>${escaped(prompt)}</p></li>`).join('')}</ol>
    </article>
  </main>
  <footer><p>Example pages, invented for tests</p><a href="https://example.org/news">Sign up</a></footer>
</body></html>`;
}

export async function asDocx({ story, ...words }: Words): Promise<Uint8Array> {
  const [pull = ''] = story.pullQuotes;
  const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
    new Paragraph({ text, heading: level });
  const section = (children: Paragraph[]) => ({
    headers: { default: new Header({ children: [new Paragraph('Example, invented for tests')] }) },
    footers: { default: new Footer({ children: [new Paragraph('Page')] }) },
    children,
  });
  const bold = (text: string) => new Paragraph({ children: [new TextRun({ text, bold: true })] });
  const document = new Document({
    sections: [
      section([
        ...twoLines(story.series ?? '').map(bold),
        ...(story.title ? [heading(story.title, HeadingLevel.TITLE)] : []),
        new Paragraph({
          children: byline(story).map((text, at) => new TextRun({ text, break: at === 0 ? 0 : 1 })),
        }),
        heading(words.introduction, HeadingLevel.HEADING_1),
        new Paragraph(`“${pull}”`),
        ...story.introduction.map((text) => new Paragraph(text)),
        ...story.guidingQuestions.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
        heading(words.takeaways, HeadingLevel.HEADING_1),
        new Paragraph(words.takeawaysLead),
        ...story.takeaways.flatMap(({ number, title, paragraphs }) => [
          heading(`${number}. ${title}`, HeadingLevel.HEADING_2),
          ...paragraphs.map((text) => new Paragraph(text)),
        ]),
        heading(words.prompts, HeadingLevel.HEADING_1),
        ...story.prompts.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
      ]),
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** A designed PDF: running head, page numbers, one column or two, words parted at line ends. */
export async function asPdf({ story, ...words }: Words, columns: 1 | 2): Promise<Uint8Array> {
  const [pull = ''] = story.pullQuotes;
  const setter = await Setter.begin(columns, 'Example booklet, invented for tests');
  setter.full(twoLines(story.series ?? ''), 11, 'bold');
  if (story.title) setter.full([story.title], 22, 'bold');
  setter.full(byline(story), 12, 'italic');
  setter.full([`“${pull}”`], 15, 'italic');
  setter.heading(words.introduction);
  for (const text of story.introduction) setter.paragraph(text);
  for (const text of story.guidingQuestions) setter.paragraph(`• ${text}`);
  setter.heading(words.takeaways);
  setter.paragraph(words.takeawaysLead);
  const half = Math.ceil(story.takeaways.length / 2);
  for (const [at, { number, title, paragraphs }] of story.takeaways.entries()) {
    if (at === half && at > 0) {
      setter.newPage();
      setter.heading(words.takeaways);
      setter.paragraph(words.takeawaysLead);
    }
    setter.title(`${number}. ${title}`);
    for (const text of paragraphs) setter.paragraph(text);
  }
  setter.newPage();
  setter.heading(words.prompts);
  for (const text of story.prompts) setter.paragraph(text);
  return setter.done();
}

const page = { width: 612, height: 792, margin: 54, gutter: 30 };

/** Sets lines on pages the way a layout program does, hyphens at line ends included. */
class Setter {
  private readonly document: PDFDocument;
  private readonly fonts: Record<'text' | 'bold' | 'italic', PDFFont>;
  private readonly columns: 1 | 2;
  private readonly head: string;
  private sheet: PDFPage | undefined;
  private column = 0;
  private top = 0;
  private y = 0;
  private pages = 0;

  private constructor(
    document: PDFDocument,
    fonts: Record<'text' | 'bold' | 'italic', PDFFont>,
    columns: 1 | 2,
    head: string,
  ) {
    this.document = document;
    this.fonts = fonts;
    this.columns = columns;
    this.head = head;
  }

  static async begin(columns: 1 | 2, head: string): Promise<Setter> {
    const document = await PDFDocument.create();
    const setter = new Setter(
      document,
      {
        text: await document.embedFont(StandardFonts.TimesRoman),
        bold: await document.embedFont(StandardFonts.TimesRomanBold),
        italic: await document.embedFont(StandardFonts.TimesRomanItalic),
      },
      columns,
      head,
    );
    setter.newPage();
    return setter;
  }

  newPage(): void {
    this.sheet = this.document.addPage([page.width, page.height]);
    this.pages += 1;
    const { text } = this.fonts;
    this.sheet.drawText(this.head, { x: page.margin, y: page.height - 34, size: 8, font: text });
    this.sheet.drawText(String(this.pages), { x: page.width / 2, y: 28, size: 8, font: text });
    this.column = 0;
    this.top = page.height - page.margin - 14;
    this.y = this.top;
  }

  /** Lines across the page, above the columns. */
  full(lines: readonly string[], size: number, font: 'bold' | 'italic'): void {
    const width = page.width - 2 * page.margin;
    for (const line of lines) {
      for (const part of this.broken(line, size, font, width, false))
        this.draw(part, size, font, page.margin);
    }
    this.y -= size;
    this.top = this.y;
  }

  heading(text: string): void {
    this.y -= 8;
    this.set(text, 16, 'bold', false);
  }

  title(text: string): void {
    this.set(text, 12, 'bold', false);
  }

  paragraph(text: string): void {
    this.set(text, 10, 'text', true);
  }

  done(): Promise<Uint8Array> {
    return this.document.save();
  }

  private get width(): number {
    const whole = page.width - 2 * page.margin;
    return this.columns === 1 ? whole : (whole - page.gutter) / 2;
  }

  private set(
    text: string,
    size: number,
    font: 'text' | 'bold' | 'italic',
    hyphens: boolean,
  ): void {
    for (const line of this.broken(text, size, font, this.width, hyphens)) {
      if (this.y < page.margin + 20) this.nextColumn();
      this.draw(line, size, font, page.margin + this.column * (this.width + page.gutter));
    }
    this.y -= size * 0.7;
  }

  private nextColumn(): void {
    if (this.column + 1 < this.columns) {
      this.column += 1;
      this.y = this.top;
    } else this.newPage();
  }

  private draw(text: string, size: number, font: 'text' | 'bold' | 'italic', x: number): void {
    this.sheet?.drawText(text, { x, y: this.y, size, font: this.fonts[font] });
    this.y -= size * 1.35;
  }

  private broken(
    text: string,
    size: number,
    font: 'text' | 'bold' | 'italic',
    width: number,
    hyphens: boolean,
  ): string[] {
    const measure = (line: string) => this.fonts[font].widthOfTextAtSize(line, size);
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (measure(longer) <= width) {
        line = longer;
        continue;
      }
      const cut = Math.floor(word.length / 2);
      const parts = /^\p{Ll}{8,}[.,]?$/u.test(word) ? [word.slice(0, cut), word.slice(cut)] : [];
      const [first, rest] = parts;
      if (hyphens && first && rest && measure(`${line} ${first}-`) <= width) {
        lines.push(`${line} ${first}-`);
        line = rest;
      } else {
        lines.push(line);
        line = word;
      }
    }
    lines.push(line);
    return lines;
  }
}
