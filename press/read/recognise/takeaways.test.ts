import { expect, it } from 'vitest';
import { flowOfLine } from '../flow.ts';
import { numberOf } from './takeaways.ts';

const read = (text: string) => {
  const found = numberOf({ flow: flowOfLine(text, 1), lineFlows: [], extents: [] });
  return found && `${found.number}|${found.rest.text}`;
};

it('a number before a takeaway is read with the mark that sets it off', () => {
  expect(read('1. Come early')).toBe('1|Come early');
  expect(read('2)Come early')).toBe('2|Come early');
  expect(read('3 – Come early')).toBe('3|Come early');
  expect(read('4. 10 people are enough')).toBe('4|10 people are enough');
  expect(read('Takeaway 5: Come early')).toBe('5|Come early');
  expect(read('٦- تعالوا باكرا')).toBe('6|تعالوا باكرا');
});

it('a number that is part of a word or of another number stays', () => {
  for (const text of [
    '24-hour watches hold',
    '5-star hotels did not',
    '12–step groups came too',
    '3.5 million people heard',
    '10:30 is too late',
  ]) {
    expect(read(text)).toBeUndefined();
  }
});
