/**
 * An export as one HTML page that opens anywhere and needs nothing else: a heading a table, a list a
 * record. No script, no style from elsewhere, every value escaped; each value keeps its own direction.
 */
import type { Export, ExportedAudience, Json } from './export-all.ts';

/** Words for the page, in the reader's language. */
export interface ExportWords {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  /** What a table is called; its own name where there is no word for it. */
  readonly table: (name: string) => string;
  readonly field: (table: string, name: string) => string;
  readonly audience: Readonly<Record<ExportedAudience, string>>;
}

export function exportToPage({ tables, texts, madeAt }: Export, words: ExportWords): string {
  const parts: string[] = [];
  for (const [table, records] of Object.entries(tables)) {
    if (records.length === 0) continue;
    parts.push(`<h2>${escaped(words.table(table))}</h2>`);
    for (const { id, audience, fields } of records) {
      const own = texts.filter((text) => text.table === table && text.record === id);
      const rows = [
        ...Object.entries(fields).map(([name, value]) => [name, plain(value)] as const),
        ...own.map(({ field, delta }) => [field, delta.map(insertOf).join('')] as const),
      ];
      const items = rows.map(
        ([name, value]) =>
          `<dt>${escaped(words.field(table, name))}</dt><dd dir="auto">${escaped(value)}</dd>`,
      );
      parts.push(
        `<section id="${escaped(id)}"><p>${escaped(words.audience[audience])}</p><dl>${items.join('')}</dl></section>`,
      );
    }
  }
  const { language, direction, title } = words;
  return [
    '<!doctype html>',
    `<html lang="${escaped(language)}" dir="${direction}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title>`,
    '<style>body{max-width:45rem;margin:2rem auto;padding:0 1rem;font:1.1rem/1.5 serif}dt{font-weight:bold}dd{margin:0 0 .5rem;white-space:pre-wrap;overflow-wrap:anywhere}section{border-top:1px solid;padding:.5rem 0}</style>',
    `</head><body><h1>${escaped(title)}</h1><p>${escaped(madeAt)}</p>`,
    ...parts,
    '</body></html>',
  ].join('\n');
}

function insertOf(run: Json): string {
  const { insert } = run as { readonly insert?: Json };
  return typeof insert === 'string' ? insert : '';
}

function plain(value: Json): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return (value as readonly Json[]).map(plain).join('\n');
  return Object.entries(value)
    .map(([key, part]) => `${key}: ${plain(part)}`)
    .join('\n');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
