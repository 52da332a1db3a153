/**
 * Audiences as small numbers, so that a column of them is cheap: 0 is everyone, others in order of
 * first use. The numbers mean nothing outside one fold; bytes hold the circle's id.
 */
import type { Audience } from '../types.ts';

export interface Audiences {
  codeOf(audience: Audience): number;
  /** An unknown number is our mistake and throws: nothing may become readable more widely by one. */
  audienceOf(code: number | undefined): Audience;
  readonly count: number;
}

export function createAudiences(): Audiences {
  const known: Audience[] = ['everyone'];
  const codes = new Map<string, number>();
  return {
    codeOf(audience) {
      if (audience === 'everyone') return 0;
      const code = codes.get(audience.circle);
      if (code !== undefined) return code;
      codes.set(audience.circle, known.length);
      known.push(Object.freeze({ circle: audience.circle }));
      return known.length - 1;
    },
    audienceOf(code) {
      const audience = code === undefined ? undefined : known[code];
      if (audience === undefined) throw new Error('Must hold: an audience that is known');
      return audience;
    },
    get count() {
      return known.length;
    },
  };
}
