import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betweenUs } from './between-us.ts';
import { ask, contact, conversation, harm, nothing } from './testing.ts';
import { whatItSays } from './what-it-says.ts';
import { couldBeWorthACall, type Known, worthACall } from './worth-a-call.ts';

const today = '2026-11-20';
type Given = Partial<Pick<Known, 'hasPart' | 'harms' | 'conversations'>> & {
  readonly contacts?: readonly ReturnType<typeof contact>[];
  readonly asks?: readonly ReturnType<typeof ask>[];
};
const known = (id: string, { contacts = [], asks = [], ...given }: Given): Known => ({
  id,
  hasPart: false,
  harms: [],
  conversations: [],
  ...given,
  says: whatItSays(
    betweenUs(
      { ids: ['p'], isNamed: () => false },
      { ...nothing, contacts, asks, conversations: given.conversations ?? [] },
    ),
    today,
  ),
});
const reason = (given: Given) => worthACall([known('p', given)], today)[0]?.reason.type;

describe('worthACall', () => {
  it('puts harm to them above everything, until somebody was in touch', () => {
    const harms = [harm('h', { what: 'threats', on: '2026-11-17' })];
    const asks = [ask('a', { partner: 'p', direction: 'we-ask', receivedOn: '2026-11-01' })];
    const list = worthACall(
      [
        known('asked', { asks }),
        known('quiet', {
          hasPart: true,
          contacts: [contact('c', { kind: 'meeting', on: '2026-01-01' })],
        }),
        known('harmed', { harms, asks }),
      ],
      today,
    );
    expect(list.map(({ partner, reason: { type } }) => [partner, type])).toEqual([
      ['harmed', 'Harm'],
      ['asked', 'OnlyAsks'],
      ['quiet', 'Quiet'],
    ]);
    expect(reason({ harms, contacts: [contact('c', { kind: 'care', on: '2026-11-18' })] })).toBe(
      undefined,
    );
  });

  it('reads on with everyone who could have a reason, whatever passed', () => {
    const day = fc.constantFrom('2025-01-01', '2026-01-01', '2026-11-01', '2026-11-19');
    const few = <One>(one: fc.Arbitrary<One>) => fc.array(one, { maxLength: 2 });
    const given = fc.record({
      hasPart: fc.boolean(),
      harms: few(day.map((on) => harm('h', { what: 'threats', on }))),
      conversations: few(day.map((on) => conversation('t', { on, toRepair: 'it', nextOn: on }))),
      contacts: few(day.map((on) => contact('c', { kind: 'same-event', on }))),
      asks: few(
        fc
          .record({ receivedOn: day, direction: fc.constantFrom('we-ask', 'asked-of-us') })
          .map((one) => ask('a', { partner: 'p', ...one })),
      ),
    });
    fc.assert(
      fc.property(given, (one) => {
        const could = couldBeWorthACall(one)({ ids: ['p'], name: 'Harbor', hasPart: one.hasPart });
        if (reason(one) !== undefined) expect(could).toBe(true);
        if (!one.hasPart && [one.harms, one.conversations, one.asks].every(({ length }) => !length))
          expect(could).toBe(false);
      }),
    );
    const named = {
      ...nothing,
      harms: [],
      asks: [ask('a', { direction: 'we-ask', from: 'harbor' })],
    };
    const harbor = { ids: ['p'], name: 'Harbor', hasPart: false };
    expect(couldBeWorthACall(named)(harbor)).toBe(true);
  });

  it('never calls because we want something of them', () => {
    const asks = [ask('a', { partner: 'p', direction: 'we-ask', receivedOn: today })];
    expect(
      reason({ asks, contacts: [contact('c', { kind: 'one-on-one', on: '2026-10-01' })] }),
    ).toBe(undefined);
  });

  it('remembers what we said we would repair, and when we said we would talk next', () => {
    const held = { on: '2026-06-01', toRepair: 'say it publicly', nextOn: '2026-09-01' };
    expect(reason({ conversations: [conversation('t', held)] })).toBe('Repair');
    const repaired = { ...held, repairedOn: '2026-07-01' };
    expect(reason({ conversations: [conversation('t', repaired)] })).toBe('TalkNext');
    const later = conversation('u', { on: '2026-09-02' });
    expect(reason({ conversations: [conversation('t', repaired), later] })).toBe(undefined);
  });

  it('asks after a partner with a part in our campaign after a season, and after no other', () => {
    const at = (on: string) => ({ contacts: [contact('c', { kind: 'meeting', on })] });
    expect(reason({ hasPart: true, ...at('2026-08-22') })).toBe(undefined);
    expect(reason({ hasPart: true, ...at('2026-08-21') })).toBe('Quiet');
    expect(reason({ hasPart: false, ...at('2020-01-01') })).toBe(undefined);
    expect(reason({ hasPart: true })).toBe(undefined);
  });

  it('gives the same list whatever order partners come in, each at most once', () => {
    const some = fc.array(
      fc.record({
        harm: fc.option(fc.constantFrom('2026-11-01', '2026-11-17', '2026-12-01', '2020-01-01')),
        hasPart: fc.boolean(),
        on: fc.constantFrom('2026-01-01', '2026-11-18', null),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(some, (given) => {
        const partners = given.map(({ harm: on, hasPart, on: met }, at) =>
          known(`p${at}`, {
            hasPart,
            harms: on === null ? [] : [harm(`h${at}`, { on })],
            contacts: [contact('c', { kind: 'meeting', on: met })],
          }),
        );
        const list = worthACall(partners, today);
        expect(worthACall([...partners].reverse(), today)).toEqual(list);
        expect(new Set(list.map(({ partner }) => partner)).size).toBe(list.length);
      }),
      { numRuns: 100 },
    );
  });
});
