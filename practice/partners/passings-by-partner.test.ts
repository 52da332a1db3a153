import fc from 'fast-check';
import { expect, it } from 'vitest';
import { folded } from '../clean.ts';
import { betweenUs } from './between-us.ts';
import { passingsByPartner } from './passings-by-partner.ts';
import { contactKinds } from './tables.ts';
import { ask, contact, conversation, promise } from './testing.ts';

const partnerIds = ['p', 'q', 'merged'];
const id = fc.constantFrom(...partnerIds, 'deleted', null);
const name = fc.constantFrom('Harbor', 'harbor ', 'Delta', '');
const day = fc.option(fc.constantFrom('2026-01-01', '2026-05-01', '2026-09-01'));
const passed = fc.record({
  asks: fc.array(
    fc.record({
      partner: id,
      from: name,
      receivedOn: day,
      direction: fc.constantFrom('asked-of-us', 'we-ask'),
      answer: fc.option(fc.constantFrom('yes', 'no', 'in-part')),
    }),
    { maxLength: 8 },
  ),
  promises: fc.array(fc.record({ ask: fc.constantFrom('ask-0', 'ask-1', null), by: day }), {
    maxLength: 4,
  }),
  contacts: fc.array(fc.record({ partner: id, kind: fc.constantFrom(...contactKinds), on: day }), {
    maxLength: 6,
  }),
  conversations: fc.array(fc.record({ partner: id, on: day }), { maxLength: 4 }),
});

it('what is laid out by partner says the same of each as all of it does', () => {
  fc.assert(
    fc.property(passed, (given) => {
      const all = {
        asks: given.asks.map((one, at) => ask(`ask-${at}`, one)),
        promises: given.promises.map((one, at) => promise(`promise-${at}`, one)),
        contacts: given.contacts.map((one, at) => contact(`contact-${at}`, one)),
        conversations: given.conversations.map((one, at) => conversation(`talk-${at}`, one)),
      };
      const passingsOf = passingsByPartner(all, (partner) =>
        all.contacts.filter((one) => one.partner === partner),
      );
      for (const [ids, called] of [
        [['p', 'merged'], 'Harbor'],
        [['q'], 'Delta'],
        [['q'], ''],
      ] as const) {
        const which = {
          ids,
          isNamed: (other: string) => called !== '' && folded(other) === folded(called),
          isKnown: (one: string) => partnerIds.includes(one),
        };
        expect(betweenUs(which, passingsOf(ids, called))).toEqual(betweenUs(which, all));
      }
    }),
  );
});
