/**
 * Floors: bare programs that only open and read. JSON.parse alone; the same sealed; and columns
 * written for exactly these fields, sealed and signed. None could merge anything.
 */
import { type Contact, checkOf, contacts, query, readAll } from '../data.ts';
import { pack, seal, sealKeys, unpack, unseal } from '../seal.ts';
import type { Contender } from '../subject.ts';

const encode = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function answer(begin: number, records: readonly Contact[]) {
  const sum = readAll(records);
  const found = query(records);
  return { ms: { open: performance.now() - begin }, facts: { check: checkOf(found, sum) } };
}

export async function json(): Promise<Contender> {
  return {
    prepare: async (size) => encode(JSON.stringify(contacts(size))),
    async measure(bytes) {
      const begin = performance.now();
      return answer(begin, JSON.parse(decode(bytes)) as Contact[]);
    },
  };
}

export async function sealedJson(): Promise<Contender> {
  const keys = await sealKeys();
  return {
    prepare: async (size) => seal(encode(JSON.stringify(contacts(size))), keys),
    async measure(bytes) {
      const begin = performance.now();
      return answer(begin, JSON.parse(decode(await unseal(bytes, keys))) as Contact[]);
    },
  };
}

const base64url = { alphabet: 'base64url' } as const;

export async function columns(): Promise<Contender> {
  const keys = await sealKeys();
  return {
    prepare: async (size) => seal(toColumns(contacts(size)), keys),
    async measure(bytes) {
      const begin = performance.now();
      return answer(begin, fromColumns(await unseal(bytes, keys)));
    },
  };
}

function toColumns(records: readonly Contact[]): Uint8Array<ArrayBuffer> {
  const dictionary = (values: readonly string[]) => {
    const known = [...new Set(values)];
    const places = new Map(known.map((value, at) => [value, at]));
    const codes = Uint16Array.from(values, (value) => places.get(value) ?? 0);
    return [encode(JSON.stringify(known)), new Uint8Array(codes.buffer)];
  };
  const texts = (values: readonly string[]) => [
    new Uint8Array(Uint16Array.from(values, (value) => value.length).buffer),
    encode(values.join('')),
  ];
  const ids = new Uint8Array(records.length * 18);
  for (const [at, { id }] of records.entries())
    ids.set(Uint8Array.fromBase64(id, base64url), at * 18);
  return pack([
    ids,
    ...texts(records.map(({ title }) => title)),
    ...dictionary(records.map(({ partner }) => partner)),
    ...dictionary(records.map(({ kind }) => kind)),
    ...dictionary(records.map(({ date }) => date)),
    new Uint8Array(Uint16Array.from(records, ({ people }) => people).buffer),
    ...texts(records.map(({ note }) => note)),
    Uint8Array.from(records, ({ done }) => (done ? 1 : 0)),
    ...dictionary(records.map(({ place }) => place)),
  ]);
}

function fromColumns(bytes: Uint8Array<ArrayBuffer>): Contact[] {
  const parts = unpack(bytes);
  const next = () => parts.shift() ?? new Uint8Array();
  const numbers = () => new Uint16Array(next().slice().buffer);
  const names = () => JSON.parse(decode(next())) as string[];
  const ids = next().toBase64(base64url);
  const [titleLengths, titles] = [numbers(), decode(next())];
  const [partners, partnerCodes] = [names(), numbers()];
  const [kinds, kindCodes] = [names(), numbers()];
  const [dates, dateCodes] = [names(), numbers()];
  const people = numbers();
  const [noteLengths, notes] = [numbers(), decode(next())];
  const done = next();
  const [places, placeCodes] = [names(), numbers()];
  const records = new Array<Contact>(people.length);
  let titleAt = 0;
  let noteAt = 0;
  for (let row = 0; row < people.length; row += 1) {
    const titleEnd = titleAt + (titleLengths[row] ?? 0);
    const noteEnd = noteAt + (noteLengths[row] ?? 0);
    records[row] = {
      id: ids.slice(row * 24, row * 24 + 22),
      title: titles.slice(titleAt, titleEnd),
      partner: partners[partnerCodes[row] ?? 0] ?? '',
      kind: kinds[kindCodes[row] ?? 0] ?? '',
      date: dates[dateCodes[row] ?? 0] ?? '',
      people: people[row] ?? 0,
      note: notes.slice(noteAt, noteEnd),
      done: done[row] === 1,
      place: places[placeCodes[row] ?? 0] ?? '',
    };
    titleAt = titleEnd;
    noteAt = noteEnd;
  }
  return records;
}
