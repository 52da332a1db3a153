import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { choice, day, readFields, words } from './fields.ts';

const fields = { name: words(), size: choice(['small', 'large']), on: day() };

describe('readFields', () => {
  it('reads what is written and leaves the rest empty', () => {
    expect(readFields(fields, { id: 'a', name: 'Harbor', on: '2026-11-20' })).toEqual({
      id: 'a',
      name: 'Harbor',
      size: null,
      on: '2026-11-20',
      needsUpdate: [],
    });
  });

  it('names a field it cannot read and keeps the others', () => {
    expect(readFields(fields, { id: 'a', name: 'Harbor', size: 'enormous' })).toMatchObject({
      name: 'Harbor',
      size: null,
      needsUpdate: ['size'],
    });
  });

  it('believes no day that does not exist, though it is written like one', () => {
    for (const on of ['2026-09-99', '2026-02-30', '0000-00-00', '2026-13-01'])
      expect(readFields(fields, { id: 'a', on })).toMatchObject({ on: null, needsUpdate: ['on'] });
  });

  it('reads any record whatever without throwing, and never changes an id', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (record) => {
        const read = readFields(fields, { ...record, id: 'a' });
        expect(read.id).toBe('a');
        expect(v.safeParse(v.string(), read.name).success).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('does not take a value from the prototype', () => {
    const record = Object.assign(Object.create({ name: 'inherited' }), { id: 'a' });
    expect(readFields(fields, record).name).toBe('');
  });

  it('reads a frozen record once for each table, and one that may still change each time', () => {
    const record = Object.freeze({ id: 'a', name: 'Harbor' });
    expect(readFields(fields, record)).toBe(readFields(fields, record));
    const others = { name: words() };
    expect(readFields(others, record)).toEqual({ id: 'a', name: 'Harbor', needsUpdate: [] });
    const open = { id: 'a', name: 'Harbor' };
    readFields(fields, open);
    open.name = 'Delta';
    expect(readFields(fields, open).name).toBe('Delta');
  });
});
