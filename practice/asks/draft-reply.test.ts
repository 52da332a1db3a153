import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine } from '../clean.ts';
import { draftReply, type ReplyFacts } from './draft-reply.ts';
import { answers, replyLanguages } from './kinds.ts';

const today = '2026-11-19';
const ask: ReplyFacts = {
  language: 'en',
  from: 'Harbor Families Network',
  what: 'Could you send four interpreters to court this Friday, 9 to 12?',
  kind: 'translation',
  contributionWhat: 'three interpreters, Friday 9 to 12',
  answer: 'in-part',
  instead: '',
  betterAskedOf: 'the Riverside Language Bank, for a fourth',
  andThen: '',
  conditions: '',
  holdingUntil: null,
  saysPurpose: false,
  saysOffer: false,
};

describe('draftReply', () => {
  it('says in English what was decided', () => {
    expect(draftReply(ask, { us: 'Delta Neighbors', today })).toBe(
      `Dear friends at Harbor Families Network,

Thank you for asking us. You wrote: “Could you send four interpreters to court this Friday, 9 to 12?”

Yes, in part. Here is what we can promise and keep.

What we can do: three interpreters, Friday 9 to 12

For this, someone better to ask: the Riverside Language Bank, for a fourth

Tell us whom to call, and what would help you most in the days before.

In solidarity,
Delta Neighbors`,
    );
  });

  it('says by when they will hear, when that is all there is to say', () => {
    const holding = { ...ask, answer: null, holdingUntil: '2026-11-23' } as const;
    expect(draftReply(holding, { us: '', today })).toContain(
      'You will hear from us by Monday, November 23.',
    );
    expect(draftReply({ ...holding, language: 'es' }, { us: '', today })).toContain(
      'Les respondemos a más tardar el lunes 23 de noviembre.',
    );
    expect(draftReply({ ...holding, language: 'ar' }, { us: '', today })).toContain(
      'نجيبكم في موعد أقصاه الاثنين، 23 نوفمبر.',
    );
  });

  it('is empty before there is anything to say', () => {
    expect(draftReply({ ...ask, answer: null }, { us: 'Delta Neighbors', today })).toBe('');
  });

  it('holds what people wrote, once, in each language and for each answer', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => `q${text}q`);
    fc.assert(
      fc.property(
        fc.constantFrom(...replyLanguages),
        fc.constantFrom(...answers),
        words,
        words,
        (language, answer, instead, offered) => {
          const contributionWhat = `w${offered}`;
          const reply = draftReply(
            { ...ask, language, answer, instead, contributionWhat },
            { us: '', today },
          );
          const isYes = answer === 'yes' || answer === 'in-part';
          const promised = `: ${cleanLine(contributionWhat)}\n`;
          expect(reply.includes(promised)).toBe(isYes);
          if (answer !== 'yes') expect(reply).toContain(cleanLine(instead));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('repeats when, where and how many of a yes, and what has to hold for it', () => {
    const said = { ...ask, languages: 'Mam', howMany: 'four', time: '9 to 12', place: 'court' };
    const reply = draftReply({ ...said, conditions: 'you can fetch us' }, { us: '', today });
    expect(reply).toContain('As we understood you: Mam · four · 9 to 12 · court\n');
    expect(reply).toContain('This holds if: you can fetch us\n');
    expect(draftReply({ ...said, answer: 'no' }, { us: '', today })).not.toContain('Mam');
  });

  it('says what we are for and what we can offer only where we wish so', () => {
    const ourselves = { us: 'Delta', today, purpose: 'homes for all', offer: 'a hall' };
    expect(draftReply(ask, ourselves)).not.toMatch(/homes for all|a hall/);
    const wished = draftReply({ ...ask, saysPurpose: true, saysOffer: true }, ourselves);
    expect(wished).toContain('What we are for: homes for all\n');
    expect(wished).toContain('What else we can offer: a hall\n');
  });

  it('says nothing in another language than theirs', () => {
    const said = { ...ask, from: '', what: '', contributionWhat: '', betterAskedOf: '' };
    for (const answer of answers) {
      expect(draftReply({ ...said, language: 'ar', answer }, { us: '', today })).not.toMatch(
        /[a-z]/i,
      );
      expect(draftReply({ ...said, language: 'es', answer }, { us: '', today })).not.toMatch(
        /\b(?:the|you|we|and|with)\b/i,
      );
    }
  });
});
