import { describe, expect, it } from 'vitest';
import { askFields } from '../asks/tables.ts';
import { readFields } from '../fields.ts';
import { betweenUs } from './between-us.ts';
import { contactFields } from './tables.ts';

const ask = (id: string, given: object) => readFields(askFields, { id, ...given });
const contact = (id: string, given: object) =>
  readFields(contactFields, { id, partner: 'p', ...given });
const partner = { id: 'p', isNamed: (name: string) => name === 'Harbor' };

describe('betweenUs', () => {
  it('begins with what they did for us and tells it apart from what we did', () => {
    const passed = betweenUs(
      partner,
      [
        ask('a', { from: 'Harbor', answeredOn: '2026-05-02', answer: 'yes' }),
        ask('b', { from: 'Delta' }),
      ],
      [
        contact('c', { kind: 'they-showed-up', on: '2026-03-01' }),
        contact('d', { kind: 'they-showed-up', on: '2026-09-01' }),
        contact('e', { kind: 'honest-conversation', on: '2026-06-01' }),
        contact('f', { kind: 'care', on: '2026-08-01' }),
      ],
    );
    const ids = (side: keyof typeof passed) =>
      passed[side].map((each) => (each.type === 'asked' ? each.ask.id : each.contact.id));
    expect(ids('fromThem')).toEqual(['d', 'c']);
    expect(ids('fromUs')).toEqual(['f', 'a']);
    expect(ids('together')).toEqual(['e']);
  });

  it('leaves out what passed with others, even under the same name', () => {
    const passed = betweenUs(
      partner,
      [ask('a', { from: 'Harbor', partner: 'other' })],
      [contact('c', { partner: 'other', kind: 'care' })],
    );
    expect(passed).toEqual({ fromThem: [], fromUs: [], together: [] });
  });
});
