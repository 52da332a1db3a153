/** The sentences of a reply in Spanish; `phrases.ts` says what each is for. */
import { dayInWords } from '../../day.ts';
import type { Phrases } from './phrases.ts';

export const spanish: Phrases = {
  greeting: (from) => (from ? `Hola, ${from}:` : 'Hola, buenos días:'),
  thanks: (what) => `Gracias por escribirnos y por la confianza. Nos dijeron: «${what}»`,
  thanksAlone: 'Gracias por escribirnos y por la confianza.',
  yes: 'Sí, cuenten con nuestro apoyo.',
  inPart: 'Sí, en parte. Esto es lo que podemos prometer y cumplir.',
  notNow:
    'Lo hablamos en grupo y por ahora no podemos asumirlo. Preferimos decírselo hoy antes que prometerles algo que no podríamos cumplir.',
  no: 'Lo hablamos en grupo y no podemos hacerlo. Queríamos que lo supieran pronto y de nuestra parte, para que puedan pedirlo a alguien más.',
  weCan: (what) => `Lo que podemos hacer: ${what}`,
  understood: (what) => `Así lo entendimos: ${what}`,
  instead: (what) => `Esto sí podemos: ${what}`,
  betterAskedOf: (whom) => `Para esto, mejor pregunten a: ${whom}`,
  andThen: (what) => `Y después: ${what}`,
  conditions: (what) => `Esto vale si: ${what}`,
  weAreFor: (what) => `Para qué existimos: ${what}`,
  weOffer: (what) => `Qué más podemos ofrecer: ${what}`,
  holding: (day) =>
    `Leímos su mensaje y queremos hablarlo con nuestra gente antes de contestar. Les respondemos a más tardar el ${day}.`,
  dayInWords: (day, today) => dayInWords(day, 'es-US', today).replace(',', ''),
  afterYes: 'Dígannos a quién llamar y qué les ayudaría más en los días previos.',
  afterNo: 'Vuelvan a escribirnos cuando haga falta, y cuéntennos cómo les va.',
  closing: 'Con un abrazo solidario,',
};
