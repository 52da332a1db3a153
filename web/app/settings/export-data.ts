/**
 * Everything a person can read, as data that programs can read back and as a page that people can.
 * Both are made from the tables alone; texts written together come as plain text beside their record.
 */
import type { Audience, RecordId, StoredRecord, Value, Workspace } from '@alongside/vault';

/** A text field of a table, which the tables themselves do not list. */
export interface TextField {
  readonly table: string;
  readonly field: string;
}

export interface Exported {
  readonly format: 'alongside-export';
  readonly version: 1;
  readonly tables: Readonly<Record<string, readonly ExportedRecord[]>>;
}

interface ExportedRecord {
  readonly id: RecordId;
  readonly readers: 'everyone here' | 'core team' | 'only me' | 'named people';
  readonly fields: Readonly<Record<string, unknown>>;
  readonly texts?: Readonly<Record<string, string>>;
}

export function exportData(workspace: Workspace, textFields: readonly TextField[]): Exported {
  const { tables } = workspace;
  const names = [...tables.tableNames()].sort();
  return {
    format: 'alongside-export',
    version: 1,
    tables: Object.fromEntries(
      names
        .map(
          (table) =>
            [
              table,
              tables.all(table).map((record) => one(workspace, table, record, textFields)),
            ] as const,
        )
        .filter(([, records]) => records.length > 0),
    ),
  };
}

function one(
  workspace: Workspace,
  table: string,
  record: StoredRecord,
  textFields: readonly TextField[],
): ExportedRecord {
  const audience = workspace.tables.audienceOf(table, record.id) ?? workspace.onlyMe;
  const { id, ...fields } = record;
  const texts = Object.fromEntries(
    textFields
      .filter((text) => text.table === table)
      .map(({ field }) => {
        const handle = workspace.text(table, id, field, audience);
        const words = handle.toString();
        handle.close();
        return [field, words] as const;
      })
      .filter(([, words]) => words !== ''),
  );
  return {
    id,
    readers: readersOf(workspace, audience),
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plain(value)])),
    ...(Object.keys(texts).length > 0 && { texts }),
  };
}

function readersOf(workspace: Workspace, audience: Audience): ExportedRecord['readers'] {
  if (audience === 'everyone') return 'everyone here';
  const { onlyMe, coreTeam } = workspace;
  if (onlyMe !== 'everyone' && audience.circle === onlyMe.circle) return 'only me';
  if (coreTeam !== 'everyone' && audience.circle === coreTeam.circle) return 'core team';
  return 'named people';
}

/** A value as JSON has it: bytes become `{ "base64": … }`. */
function plain(value: Value): unknown {
  if (value instanceof Uint8Array) return { base64: value.toBase64() };
  if (Array.isArray(value)) return value.map((item: Value) => plain(item));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value as Readonly<Record<string, Value>>).map(([name, item]) => [
        name,
        plain(item),
      ]),
    );
  return value;
}

/** The same as a page of HTML without scripts, styles from elsewhere or links. */
export function readablePage(
  exported: Exported,
  page: { readonly language: string; readonly direction: string; readonly title: string },
): string {
  const tables = Object.entries(exported.tables).map(([table, records]) => {
    const items = records.map((record) => {
      const rows = [...Object.entries(record.fields), ...Object.entries(record.texts ?? {})]
        .filter(([, value]) => value !== '' && value !== null)
        .map(
          ([name, value]) =>
            `<dt>${escaped(spaced(name))}</dt><dd dir="auto">${escaped(shown(value))}</dd>`,
        );
      return `<article><dl>${rows.join('')}</dl></article>`;
    });
    return `<section><h2>${escaped(spaced(table))} (${records.length})</h2>${items.join('')}</section>`;
  });
  return `<!doctype html>
<html lang="${escaped(page.language)}" dir="${escaped(page.direction)}">
<head><meta charset="utf-8"><title>${escaped(page.title)}</title>
<style>body{font:1.06rem/1.65 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem}
article{border-block-start:1px solid #ccc;padding-block:1rem}dt{color:#5a534b;font-size:.9em}
dd{margin:0 0 .5rem;white-space:pre-wrap}</style></head>
<body><h1>${escaped(page.title)}</h1>${tables.join('')}</body>
</html>
`;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
}

/** `mostAffected` as `most affected`. */
function spaced(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}
