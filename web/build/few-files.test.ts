import { expect, it } from 'vitest';
import { type Chunk, chunkFileNames, fewFiles } from './few-files.ts';

const chunk = (name: string, more: Partial<Chunk>): Chunk => ({
  name,
  fileName: `${name}.js`,
  imports: [],
  isEntry: false,
  moduleIds: [`/web/${name}.ts`],
  ...more,
});

const chunks = [
  chunk('index', { isEntry: true, imports: ['frame.js', 'react.js'] }),
  chunk('visit', { isEntry: true, imports: ['react.js', 'form.js'] }),
  chunk('frame', { imports: ['menu.js', 'frame.js'] }),
  chunk('menu', { moduleIds: ['/web/menu.ts', '/node_modules/menu/index.js'] }),
  chunk('react', { moduleIds: ['/node_modules/react/index.js', '/web/both.ts'] }),
  chunk('form', {}),
  chunk('settings', {
    imports: ['react.js', 'menu.js'],
    moduleIds: ['/web/settings.ts', '/node_modules/list/index.js'],
  }),
];

/** The name that each group gives a module, in the order in which they are asked. */
const named = (id: string) =>
  fewFiles(chunks).map(({ name }) =>
    typeof name === 'function' ? name(id, { getModuleInfo: () => null }) : name,
  );

it('what every page needs at once is one file, with its libraries apart', () => {
  expect(named('/web/both.ts')).toEqual(['first', null, null]);
  expect(named('/node_modules/react/index.js')).toEqual(['first-libraries', null, null]);
});

it('what one page needs at once is kept from the other', () => {
  expect(named('/web/frame.ts')).toEqual(['first-of-index', null, null]);
  expect(named('/node_modules/menu/index.js')).toEqual(['first-of-index-libraries', null, null]);
  expect(named('/web/form.ts')).toEqual(['first-of-visit', null, null]);
});

it('what begins a page stays in its own file', () => {
  expect(named('/web/index.ts')).toEqual([null, null, null]);
});

it('what comes later is shared, and a module of which nothing is left has no file', () => {
  expect(named('/web/settings.ts')).toEqual([null, null, 'shared']);
  expect(named('/web/only-types.ts')).toEqual([null, null, null]);
});

it('libraries that come later share no file with our own, so that none of them runs before what it extends', () => {
  expect(named('/node_modules/list/index.js')).toEqual([null, 'shared-libraries', null]);
});

it('a file that many share is named by the first of them', () => {
  expect(chunkFileNames({ name: 'shared~Today~Asks' })).toBe('assets/shared-[hash].js');
});
