/**
 * The records that every contender holds, and what is asked of them: eight fields and an id, a
 * deterministic mix of unique text, repeated words, references, dates, numbers and yes or no. Like
 * a team's contacts over years; invented throughout.
 */
export interface Contact {
  readonly id: string;
  readonly title: string;
  readonly partner: string;
  readonly kind: string;
  readonly date: string;
  readonly people: number;
  readonly note: string;
  readonly done: boolean;
  readonly place: string;
}

export const fields = [
  'title',
  'partner',
  'kind',
  'date',
  'people',
  'note',
  'done',
  'place',
] as const;

const words =
  'asked came brought water letter court vigil hall tenants drivers nurses elders garden rent bus school food table song march night morning family neighbors promised returned lent printed called visited listened walked año más señora'.split(
    ' ',
  );
const kinds = 'one-on-one meeting event we-came they-came honest repair care'.split(' ');
const places = 'hall church park court library kitchen street online'.split(' ');

/** Numbers below 2^32 from a seed: alike on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

export function contacts(count: number, seed = 1): Contact[] {
  const random = randomFrom(seed);
  const pick = (list: readonly string[]) => list[random() % list.length] ?? '';
  const phrase = (length: number) => Array.from({ length }, () => pick(words)).join(' ');
  const id = () =>
    Uint8Array.from({ length: 16 }, () => random() & 0xff).toBase64({
      alphabet: 'base64url',
      omitPadding: true,
    });
  const partners = Array.from({ length: Math.ceil(count / 30) }, id);
  return Array.from({ length: count }, () => ({
    id: id(),
    title: phrase(4),
    partner: pick(partners),
    kind: pick(kinds),
    date: new Date(Date.UTC(2019, 0, 1 + (random() % 2500))).toISOString().slice(0, 10),
    people: random() % 300,
    note: phrase(8),
    done: random() % 3 === 0,
    place: pick(places),
  }));
}

/** The query of each run: one kind, of ten people or more, latest first. Gives ids. */
export function query(ofKind: readonly Contact[]): string[] {
  return ofKind
    .filter((contact) => contact.kind === 'meeting' && contact.people >= 10)
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1))
    .map(({ id }) => id);
}

/** Reads every field of every record, so that nothing stays unmade. */
export function readAll(records: readonly Contact[]): number {
  let sum = 0;
  for (const { id, title, partner, kind, date, people, note, done, place } of records) {
    sum += id.length + title.length + partner.length + kind.length + date.length + people;
    sum += note.length + place.length + (done ? 1 : 0);
  }
  return sum;
}

/** A few characters by which contenders' answers are compared. */
export function checkOf(ids: readonly string[], sum: number): string {
  return `${ids.length} ${ids[0]?.slice(0, 4)} ${ids.at(-1)?.slice(0, 4)} ${sum}`;
}
