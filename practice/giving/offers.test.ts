import { expect, it } from 'vitest';
import { readOffers, type SignedOffer } from './offers.ts';

const signed = (
  by: string,
  at: number,
  record: Readonly<Record<string, unknown>> = {},
): SignedOffer => ({
  record: { id: `${by}${at}`, usual: 'day', ...record },
  by,
  at,
});

it('one person has one offer: the latest, in any order of records', () => {
  const all = [signed('ruth', 1), signed('ruth', 2, { usual: 'more' }), signed('amina', 1)];
  const read = readOffers(all, () => true);
  expect(read.map(({ by, usual }) => [by, usual])).toEqual([
    ['amina', 'day'],
    ['ruth', 'more'],
  ]);
  expect(readOffers([...all].reverse(), () => true)).toEqual(read);
});

it('who has left is not read', () => {
  expect(readOffers([signed('ruth', 1)], (person) => person !== 'ruth')).toEqual([]);
});

it('what a field cannot be reads as empty, and takes nothing else with it', () => {
  const [read] = readOffers(
    [signed('ruth', 1, { away: [{ from: 'soon' }], skills: 'all', steppedBack: 'yes' })],
    () => true,
  );
  expect(read).toMatchObject({ usual: 'day', away: [], skills: [], steppedBack: false });
});
