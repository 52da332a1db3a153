import { describe, expect, it } from 'vitest';
import { keepPromises, offerPromises, promisesOffered, takeHandOver } from './step-back.ts';

const promise = (id: string, carriedBy: string | null, state = 'open') => ({
  id,
  carriedBy,
  state,
});
const handOver = (id: string, of: string, taken = false) => ({ id, promise: of, taken });
const promises = [
  promise('rides', 'amina'),
  promise('flyers', 'amina', 'kept'),
  promise('hall', 'ruth'),
];

describe('stepping back', () => {
  it('offers what is open and one’s own, each once, and says nothing of who or why', () => {
    let next = 0;
    const changes = offerPromises('amina', promises, [], () => `new${next++}`);
    expect(changes).toEqual([
      { table: 'handOvers', record: 'new0', field: 'promise', value: 'rides' },
    ]);
    expect(JSON.stringify(changes)).not.toContain('amina');
    expect(offerPromises('amina', promises, [handOver('h', 'rides')], () => 'x')).toEqual([]);
  });

  it('is taken back with what nobody has taken', () => {
    const offered = [handOver('h', 'rides'), handOver('g', 'hall')];
    expect(keepPromises('amina', promises, offered)).toEqual([
      { table: 'handOvers', record: 'h', field: 'deleted', value: true },
    ]);
    expect(keepPromises('amina', promises, [handOver('h', 'rides', true)])).toEqual([]);
  });
});

describe('taking a promise over', () => {
  it('is the taker’s own yes', () => {
    expect(takeHandOver('ruth', handOver('h', 'rides'), promises[0])).toEqual([
      { table: 'promises', record: 'rides', field: 'carriedBy', value: 'ruth' },
      { table: 'handOvers', record: 'h', field: 'taken', value: true },
    ]);
  });

  it('refuses what is taken, what is not open, and one’s own', () => {
    expect(takeHandOver('ruth', handOver('h', 'rides', true), promises[0])).toEqual({
      type: 'AlreadyTaken',
    });
    expect(takeHandOver('ruth', handOver('h', 'flyers'), promises[1])).toEqual({ type: 'NotOpen' });
    expect(takeHandOver('ruth', handOver('h', 'gone'), undefined)).toEqual({ type: 'NotOpen' });
    expect(takeHandOver('amina', handOver('h', 'rides'), promises[0])).toEqual({ type: 'YourOwn' });
  });

  it('lists each promise that can be taken once, whatever was offered twice', () => {
    const twice = [handOver('b', 'rides'), handOver('a', 'rides'), handOver('c', 'flyers')];
    expect(
      promisesOffered(promises, twice).map(({ promise: { id }, handOver: one }) => [id, one.id]),
    ).toEqual([['rides', 'a']]);
  });
});
