/** The sentences of a reply in English; `phrases.ts` says what each is for. */
import { dayInWords } from '../../day.ts';
import type { Phrases } from './phrases.ts';

export const english: Phrases = {
  greeting: (from) => (from ? `Dear friends at ${from},` : 'Dear friends,'),
  thanks: (what) => `Thank you for asking us. You wrote: “${what}”`,
  thanksAlone: 'Thank you for asking us.',
  yes: 'Yes, we will stand with you on this.',
  inPart: 'Yes, in part. Here is what we can promise and keep.',
  notNow:
    'We talked about it together, and we cannot take this on right now. We would rather tell you so today than promise you something we could not keep.',
  no: 'We talked about it together, and we cannot do this. We wanted you to hear it from us soon, so that you can ask others.',
  weCan: (what) => `What we can do: ${what}`,
  understood: (what) => `As we understood you: ${what}`,
  instead: (what) => `Instead, we can: ${what}`,
  betterAskedOf: (whom) => `For this, someone better to ask: ${whom}`,
  andThen: (what) => `And after that: ${what}`,
  conditions: (what) => `This holds if: ${what}`,
  weAreFor: (what) => `What we are for: ${what}`,
  weOffer: (what) => `What else we can offer: ${what}`,
  holding: (day) =>
    `We have read your message and want to talk about it with our people before we answer. You will hear from us by ${day}.`,
  dayInWords: (day, today) => dayInWords(day, 'en-US', today),
  afterYes: 'Tell us whom to call, and what would help you most in the days before.',
  afterNo: 'Please ask us again, and tell us how it goes.',
  closing: 'In solidarity,',
};
