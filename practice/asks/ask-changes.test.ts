import { describe, expect, it } from 'vitest';
import { readFields } from '../fields.ts';
import { answerAsk, askChanges } from './ask-changes.ts';
import { askFields } from './tables.ts';

function applied(changes: ReturnType<typeof askChanges>) {
  const record = Object.fromEntries(changes.map(({ field, value }) => [field, value]));
  return readFields(askFields, { ...record, id: 'ask' });
}

describe('askChanges', () => {
  it('reads back what it wrote', () => {
    const values = { from: 'Harbor', what: 'a hall', kind: 'space', by: '2026-11-20' };
    expect(applied(askChanges('ask', values))).toMatchObject({ ...values, needsUpdate: [] });
  });

  it('keeps the lines of a message and makes one line of what stands on one', () => {
    const ask = applied(askChanges('ask', { text: 'one\ntwo', what: ' a\nhall\u202e ' }));
    expect(ask.text).toBe('one\ntwo');
    expect(ask.what).toBe('a hall');
  });

  it('ends the holding reply with the answer', () => {
    const held = askChanges('ask', { holdingUntil: '2026-11-20' });
    expect(applied([...held, ...answerAsk('ask', 'not-now', '2026-11-19')])).toMatchObject({
      answer: 'not-now',
      answeredOn: '2026-11-19',
      holdingUntil: null,
    });
  });
});
