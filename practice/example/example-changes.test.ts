import { describe, expect, it } from 'vitest';
import { askFields } from '../asks/tables.ts';
import { readFields } from '../fields.ts';
import { storyOf } from '../stories/keep-story.ts';
import { tables } from '../tables.ts';
import { whatWaits } from '../today/what-waits.ts';
import { exampleChanges } from './example-changes.ts';

const languages = ['en', 'es', 'ar'] as const;

function example(language: (typeof languages)[number], today = '2026-11-20') {
  let next = 0;
  const given = exampleChanges({ newId: () => `id-${next++}`, today, language });
  const records = new Map<string, Record<string, unknown> & { id: string; table: string }>();
  for (const { changes } of given) {
    for (const { table, record, field, value } of changes) {
      const known = records.get(record) ?? { id: record, table };
      expect(known.table).toBe(table);
      records.set(record, { ...known, [field]: value });
    }
  }
  const of = (table: string) => [...records.values()].filter((each) => each.table === table);
  return { given, of };
}

describe('exampleChanges', () => {
  it.each(languages)('holds a whole story in the form (%s)', (language) => {
    const [record] = example(language).of('stories');
    const { story } = storyOf(record ?? { id: 'none' });
    expect(story).toMatchObject({ partners: { length: 2 }, guidingQuestions: { length: 3 } });
    expect(story.takeaways.map(({ number }) => number)).toEqual([1, 2]);
    expect(story.prompts).toHaveLength(2);
  });

  it.each(languages)('has two organizations waiting and one that was answered (%s)', (language) => {
    const asks = example(language)
      .of('asks')
      .map((ask) => readFields(askFields, ask));
    expect(asks.every((ask) => ask.needsUpdate.length === 0)).toBe(true);
    expect(whatWaits(asks, '2026-11-20').organizations).toBe(2);
    expect(asks.filter((ask) => ask.answer !== null)).toHaveLength(1);
  });

  it.each(languages)(
    'means by Friday a Friday, on whatever day one looks around (%s)',
    (language) => {
      for (let day = 16; day <= 22; day += 1) {
        const found = example(language, `2026-11-${day}`)
          .of('asks')
          .map((ask) => readFields(askFields, ask))
          .find((ask) => ask.on !== null);
        expect(found?.what).toMatch(/Friday|viernes|الجمعة/);
        expect(new Date(`${found?.on}T12:00:00Z`).getUTCDay(), found?.on ?? '').toBe(5);
        expect((found?.by ?? '') < (found?.on ?? ''), `answer before ${found?.on}`).toBe(true);
      }
    },
  );

  it.each(languages)('has ties that are kept and ties that are proposed (%s)', (language) => {
    const states = example(language)
      .of('ties')
      .map((tie) => tie.state);
    expect(new Set(states)).toEqual(new Set(['kept', 'proposed']));
  });

  it.each(languages)('says that it is invented (%s)', (language) => {
    const text = JSON.stringify(example(language).given);
    expect(text).toMatch(
      { en: /invented example/, es: /ejemplo inventado/, ar: /مثال من الخيال/ }[language],
    );
  });

  it('sets only fields of known tables, for the audience that reads each', () => {
    for (const { audience, changes } of example('en').given) {
      for (const { table, field } of changes) {
        const known = tables[table as keyof typeof tables];
        expect(known.readers, table).toBe(audience);
        const isPart = /^(piece|document|words):/.test(field);
        expect(isPart || Object.hasOwn(known.fields, field), `${table}.${field}`).toBe(true);
      }
    }
  });
});
