import { expect, it } from 'vitest';
import { withoutPrintedNumber } from './printed-number.ts';

const words = (kind: 'guiding-question' | 'prompt' | 'takeaway' | 'paragraph', text: string) =>
  withoutPrintedNumber({ kind, text });

it('a question or a prompt loses the number that was typed before it', () => {
  expect(words('guiding-question', '1. Who is cold?').text).toBe('Who is cold?');
  expect(words('guiding-question', ' 2) ¿Quién tiene frío?').text).toBe('¿Quién tiene frío?');
  expect(words('prompt', '٣. من يشعر بالبرد؟').text).toBe('من يشعر بالبرد؟');
});

it('a takeaway keeps it as its number', () => {
  expect(words('takeaway', '12. Come early')).toEqual({
    kind: 'takeaway',
    text: 'Come early',
    number: 12,
  });
});

it('a number that belongs to the words stays, and so do other kinds', () => {
  for (const text of [
    '3 of us came. Why?',
    '1.5 miles, is that far?',
    '1990. What was it?',
    '1.',
    '10-year-olds ask why. Do we?',
    '24–hour people, who are they?',
  ]) {
    expect(words('guiding-question', text).text).toBe(text);
  }
  expect(words('paragraph', '1. First').text).toBe('1. First');
});
