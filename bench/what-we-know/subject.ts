import type { Subject } from '../subject.ts';

/** From an open workspace to all that stands beside one ask. Sizes are contacts. */
export const whatWeKnow: Subject = {
  name: 'what-we-know',
  sizes: [50_000],
  headline: 'first',
  contenders: {
    Alongside: async () => (await import('./stores.ts')).alongside(),
    'TinyBase, indexed': async () => (await import('./stores.ts')).tinybase(),
    'floor: plain lists': async () => (await import('./stores.ts')).lists(),
  },
};
