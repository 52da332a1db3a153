/**
 * The subpoena scanner: searches every byte of a folder for what must not be there, in every way in
 * which text and keys tend to be written down, and inside what is compressed.
 *
 *   const needles = [text('Zaynab al-Example'), bytes('a token', token)];
 *   scanFolder('/var/lib/alongside', needles); // [{ file, needle, form: 'base64, shift 1', at }]
 *
 * It does not look inside encryption, nor inside PostgreSQL's own compression of long values.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inside } from './compressed.ts';
import { type Form, formsOf, type Needle } from './forms.ts';

export interface Finding {
  readonly file: string;
  readonly needle: string;
  readonly form: string;
  readonly at: number;
}

/** Compressed inside compressed inside compressed. */
const DEEPEST = 3;

export function scanFolder(folder: string, needles: readonly Needle[]): readonly Finding[] {
  const searcher = createSearcher(needles);
  return filesIn(folder).flatMap((file) => [
    ...scan(readFileSync(file), searcher, relative(folder, file)),
    // The name is as telling as what is in it.
    ...scan(Buffer.from(relative(folder, file)), searcher, `name of ${relative(folder, file)}`),
  ]);
}

export function scanBytes(
  bytes: Buffer,
  needles: readonly Needle[],
  name = 'bytes',
): readonly Finding[] {
  return scan(bytes, createSearcher(needles), name);
}

function scan(bytes: Buffer, searcher: Searcher, file: string, depth = 0): readonly Finding[] {
  const found = searcher(bytes).map((one) => ({ ...one, file }));
  if (depth === DEEPEST) return found;
  const deeper = inside(bytes).flatMap(({ kind, at, content }) =>
    scan(content, searcher, `${file} › ${kind} at ${at}`, depth + 1),
  );
  return [...found, ...deeper];
}

type Searcher = (bytes: Buffer) => readonly Omit<Finding, 'file'>[];

/** Looks for all forms of all needles in one pass: by two bytes first, then four, then all. */
function createSearcher(needles: readonly Needle[]): Searcher {
  const begins = new Uint8Array(65_536);
  const byFour = new Map<number, Form[]>();
  for (const form of needles.flatMap(formsOf)) {
    const four = form.bytes.readUInt32LE(0);
    begins[four & 0xffff] = 1;
    byFour.set(four, [...(byFour.get(four) ?? []), form]);
  }
  return (bytes) => {
    const found: Omit<Finding, 'file'>[] = [];
    for (let at = 0; at + 4 <= bytes.length; at++) {
      const two = (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
      if (begins[two] === 0) continue;
      for (const form of byFour.get(bytes.readUInt32LE(at)) ?? []) {
        if (bytes.subarray(at, at + form.bytes.length).equals(form.bytes)) {
          found.push({ needle: form.needle, form: form.form, at });
        }
      }
    }
    return found;
  };
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}
