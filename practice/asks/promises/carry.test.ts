import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Carried, handOn, leaveIt, takeOver } from './carry.ts';

const carried: Carried = { carriedBy: 'amina', handTo: null, handedOnBy: [] };

describe('handing on', () => {
  it('stays with the one who carries it until the other says yes', () => {
    const asked = { ...carried, ...handOn(carried, 'ruth') } as Carried;
    expect(asked).toMatchObject({ carriedBy: 'amina', handTo: 'ruth' });
    expect({ ...asked, ...leaveIt }).toEqual(carried);
    expect({ ...asked, ...takeOver(asked, 'ruth') }).toEqual({
      carriedBy: 'ruth',
      handTo: null,
      handedOnBy: ['amina'],
    });
  });

  it('can only be accepted by the one who was asked', () => {
    expect(takeOver({ ...carried, handTo: 'ruth' }, 'lena')).toEqual({ type: 'NotAsked' });
  });

  it('takes what nobody carries yet', () => {
    const free: Carried = { carriedBy: null, handTo: 'ruth', handedOnBy: [] };
    expect(takeOver(free, 'ruth')).toEqual({ carriedBy: 'ruth', handTo: null, handedOnBy: [] });
  });

  it('never goes round in a circle: nobody carries the same thing twice', () => {
    const people = ['amina', 'ruth', 'lena', 'omar'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...people), { maxLength: 12 }), (wanted) => {
        let it = carried;
        const carriers = ['amina'];
        for (const to of wanted) {
          const asked = handOn(it, to);
          if ('type' in asked) {
            expect(carriers).toContain(to);
            continue;
          }
          it = { ...it, ...takeOver({ ...it, ...asked } as Carried, to) } as Carried;
          carriers.push(to);
        }
        expect(new Set(carriers).size).toBe(carriers.length);
      }),
    );
  });
});
