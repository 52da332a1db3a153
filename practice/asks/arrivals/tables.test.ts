import { expect, test } from 'vitest';
import { readFields } from '../../fields.ts';
import { arrivalFields, setAsideFields } from './tables.ts';

const furthest = 8.64e15;

test('a moment that no calendar has is none: what it stands in is listed without a time beside the others', () => {
  const read = [furthest, furthest + 1, Number.MAX_VALUE, -1, 0.5].map((cameAt, n) => {
    const message = 'Do not come';
    expect(readFields(arrivalFields, { id: `${n}`, cameAt }).cameAt).toBe(n === 0 ? cameAt : null);
    return readFields(setAsideFields, { id: `${n}`, message, cameAt });
  });
  expect(read.map(({ message }) => message)).toEqual(Array(5).fill('Do not come'));
  expect(read.map(({ cameAt }) => cameAt)).toEqual([furthest, null, null, null, null]);
  const saysTime = new Intl.DateTimeFormat('en', { timeZone: 'Pacific/Kiritimati' });
  for (const { cameAt } of read) if (cameAt !== null) saysTime.format(cameAt);
});
