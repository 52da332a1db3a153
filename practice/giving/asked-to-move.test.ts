import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerMove, askToMove, moveSaid, type SignedMove } from './asked-to-move.ts';
import { moveAnswers } from './tables.ts';

const move = (id: string, says: (typeof moveAnswers)[number], by: string): SignedMove => ({
  move: { id, ask: 'vigil', carried: 'rides', says },
  by,
});
const rides = { id: 'rides', carriedBy: 'amina' };

describe('what would have to move', () => {
  it('is asked once, and answered by whoever carries it', () => {
    const asked = askToMove([], 'vigil', rides, () => 'm');
    expect(asked).toContainEqual({ table: 'moves', record: 'm', field: 'says', value: 'asked' });
    expect(JSON.stringify(asked)).not.toContain('amina');
    const moves = [move('m', 'asked', 'ruth')];
    expect(moveSaid(moves, 'vigil', rides)).toBe('asked');
    expect(askToMove(moves, 'vigil', rides, () => 'n')).toEqual([]);
    expect(answerMove(moves, 'vigil', rides, 'can-move', () => 'n')).toEqual([
      { table: 'moves', record: 'm', field: 'says', value: 'can-move' },
    ]);
    expect(moveSaid([move('m', 'can-move', 'amina')], 'vigil', rides)).toBe('can-move');
  });

  it('takes no yes of anyone else, and no no; a line that nobody carries is anyone’s to say', () => {
    expect(moveSaid([move('m', 'can-move', 'ruth')], 'vigil', rides)).toBe('asked');
    expect(moveSaid([move('m', 'has-to-stay', 'ruth')], 'vigil', rides)).toBe('asked');
    const line = { id: 'rides', carriedBy: null };
    expect(moveSaid([move('m', 'can-move', 'ruth')], 'vigil', line)).toBe('can-move');
  });

  it('is about one ask and one thing', () => {
    const moves = [move('m', 'can-move', 'amina')];
    expect(moveSaid(moves, 'another', rides)).toBe('not-asked');
    expect(moveSaid(moves, 'vigil', { ...rides, id: 'flyers' })).toBe('not-asked');
  });

  it('is the careful answer of two, in any order of the records', () => {
    const some = fc.array(
      fc.tuple(fc.constantFrom(...moveAnswers), fc.constantFrom('amina', 'ruth')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(some, (given) => {
        const moves = given.map(([says, by], at) => move(`m${at}`, says, by));
        const said = moveSaid(moves, 'vigil', rides);
        expect(moveSaid([...moves].reverse(), 'vigil', rides)).toBe(said);
        const hers = given.filter(([, by]) => by === 'amina').map(([says]) => says);
        if (hers.includes('has-to-stay')) expect(said).toBe('has-to-stay');
        else expect(said === 'can-move').toBe(hers.includes('can-move'));
      }),
    );
  });
});
