/** The edits of two people who were apart: each changes fields of records all over. */
import { type Contact, contacts, randomFrom } from '../data.ts';

/** Records that both start from. */
export const recordsBefore = 20_000;

export interface Edit {
  readonly id: string;
  readonly field: 'people' | 'place';
  readonly value: number | string;
}

export function base(): Contact[] {
  return contacts(recordsBefore);
}

export function editsBy(replica: 0 | 1, count: number): Edit[] {
  const random = randomFrom(100 + replica);
  const ids = base().map(({ id }) => id);
  return Array.from({ length: count }, () => {
    const id = ids[random() % ids.length] ?? '';
    return random() % 2 === 0
      ? { id, field: 'people', value: random() % 300 }
      : { id, field: 'place', value: `room ${random() % 40}` };
  });
}
