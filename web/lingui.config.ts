import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

/** One catalogue a room, so that a translator (and a change) touches one file a language. */
const rooms = [
  'asks',
  'discussions',
  'giving',
  'issues',
  'notebook',
  'partners',
  'people',
  'stories',
  'today',
  'wins',
];

/** `npm run words -- stories` touches only that room's catalogues; without a name, all. */
const only = process.env.ALONGSIDE_WORDS;

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'es', 'ar', 'pseudo'],
  pseudoLocale: 'pseudo',
  fallbackLocales: {},
  format: formatter({ lineNumbers: false, origins: true }),
  catalogs: [
    {
      name: 'house',
      path: '<rootDir>/words/{locale}/house',
      include: ['<rootDir>/app', '<rootDir>/ui', '<rootDir>/words', '<rootDir>/main.tsx'],
      exclude: ['**/*.test.*'],
    },
    {
      name: 'visit',
      path: '<rootDir>/words/{locale}/visit',
      include: ['<rootDir>/visit'],
      exclude: ['**/*.test.*'],
    },
    ...rooms.map((room) => ({
      name: room,
      path: `<rootDir>/words/{locale}/${room}`,
      include: [`<rootDir>/rooms/${room}`],
      exclude: ['**/*.test.*'],
    })),
  ]
    .filter((catalogue) => !only || catalogue.name === only)
    .map(({ name: _, ...catalogue }) => catalogue),
});
