import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KindField, kindFields, kindFieldTables, repeatedInReply } from './kind-fields.ts';
import { askKinds } from './kinds.ts';

describe('the fields of each kind', () => {
  it('are few, and every stored one belongs to some kind', () => {
    for (const kind of askKinds) expect(kindFields[kind].length).toBeLessThanOrEqual(4);
    const used = new Set(askKinds.flatMap((kind) => kindFields[kind]));
    expect([...used].sort()).toEqual(Object.keys(kindFieldTables).sort());
  });

  it('of a sign-on letter are its text, to whom, until when, and what signing means', () => {
    expect(kindFields['sign-on-letter']).toEqual([
      'letterText',
      'addressee',
      'closesOn',
      'signingMeans',
    ]);
  });
});

describe('repeatedInReply', () => {
  const sayDay = (day: string) => `on ${day}`;

  it('repeats when, where and how many', () => {
    const values = { time: '9 to 12', place: 'the courthouse', howMany: 'four', court: 'no' };
    expect(repeatedInReply('presence', values, sayDay)).toEqual([
      '9 to 12',
      'the courthouse',
      'four',
    ]);
  });

  it('says a day in words', () => {
    const values = { addressee: 'the county', closesOn: '2026-11-27' };
    expect(repeatedInReply('sign-on-letter', values, sayDay)).toEqual([
      'the county',
      'on 2026-11-27',
    ]);
  });

  it('never repeats what has to stay out of public, nor a field of another kind', () => {
    const names = Object.keys(kindFieldTables) as KindField[];
    fc.assert(
      fc.property(fc.constantFrom(...askKinds), (kind) => {
        const values = Object.fromEntries(names.map((name) => [name, `the ${name}`]));
        const said = repeatedInReply(kind, values, sayDay);
        expect(said).not.toContain('the notPublic');
        for (const line of said)
          expect(kindFields[kind].map((name) => `the ${name}`)).toContain(line);
      }),
    );
  });
});
