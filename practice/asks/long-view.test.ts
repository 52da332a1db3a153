import { describe, expect, it } from 'vitest';
import { readFields } from '../fields.ts';
import {
  longViewFields,
  longViewsOf,
  longViewWhileWeighing,
  stillTrue,
  trueSince,
  writeLongView,
} from './long-view.ts';

function read(changes: readonly { field: string; value: unknown }[]) {
  const record = Object.fromEntries(changes.map(({ field, value }) => [field, value]));
  return readFields(longViewFields, { ...record, id: 'harbor' });
}

describe('the long view', () => {
  const page = { id: 'harbor', about: 'partner' } as const;
  const written = writeLongView(page, 'Beside them\nthrough the docket.', '2026-01-10');

  it('keeps its lines, and is true from the day it is written', () => {
    expect(read(written)).toMatchObject({
      about: 'partner',
      text: 'Beside them\nthrough the docket.',
      needsUpdate: [],
    });
    expect(trueSince(read(written))).toBe('2026-01-10');
  });

  it('is true anew once somebody says so, and its words stay', () => {
    const later = read([...written, ...stillTrue('harbor', '2026-11-20')]);
    expect(trueSince(later)).toBe('2026-11-20');
    expect(later.writtenOn).toBe('2026-01-10');
    expect(trueSince({ writtenOn: null, stillTrueOn: null })).toBeNull();
  });

  it('of the partner comes before that of the issue, and an empty page is none', () => {
    const views = [
      { id: 'rent', text: 'Years.' },
      { id: 'harbor', text: 'Beside them.' },
      { id: 'empty', text: ' ' },
    ];
    const found = longViewsOf({ partner: 'harbor', issue: 'rent' }, views).map(({ id }) => id);
    expect(found).toEqual(['harbor', 'rent']);
    expect(longViewsOf({ partner: 'empty', issue: null }, views)).toEqual([]);
  });

  it('typed while weighing is found for a partner that is written down later, the newest words first', () => {
    const ask = (id: string, more: object) => ({
      ...{ id, partner: null, from: 'Harbor Families', direction: 'asked-of-us', longView: '' },
      receivedOn: '2026-11-01',
      ...more,
    });
    const asks = [
      ask('a', { longView: 'Once.' }),
      ask('b', { longView: 'Beside them.', receivedOn: '2026-11-10' }),
      ask('c', { receivedOn: '2026-11-20' }),
      ask('d', { longView: 'Others.', from: 'Delta', receivedOn: '2026-11-20' }),
      ask('e', { longView: 'Ours.', direction: 'we-ask', receivedOn: '2026-11-20' }),
    ];
    const harbor = { id: 'harbor', name: 'harbor families' };
    expect(longViewWhileWeighing('harbor', asks, [harbor])).toBe('Beside them.');
    expect(longViewWhileWeighing('harbor', [...asks].reverse(), [harbor])).toBe('Beside them.');
    expect(longViewWhileWeighing('harbor', asks, [])).toBeNull();
  });
});
