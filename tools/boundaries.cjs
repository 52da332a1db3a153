/**
 * The arrows between rooms, as `docs/architecture.md` draws them. What is not named here may not
 * be imported. Run by `npm test` through dependency-cruiser; cycles are Biome's (`noImportCycles`),
 * which tells imports of types from the rest.
 */
const between = (from, to, comment) => ({
  name: `${from} stands on its own`,
  comment,
  severity: 'error',
  from: { path: `^${from}/`, pathNot: String.raw`\.(test|spec)\.tsx?$` },
  to: { path: to },
});

module.exports = {
  forbidden: [
    { name: 'imports lead somewhere', severity: 'error', from: {}, to: { couldNotResolve: true } },
    between(
      'practice',
      '^(vault|relay|press|web|cli|tests|bench|tools)/',
      'practice knows nothing of ours',
    ),
    between(
      'vault',
      '^(practice|relay|press|web|cli|tests|bench|tools)/',
      'the vault never learns what an ask is',
    ),
    between('relay', '^(practice|vault|press|web|cli|tests|bench|tools)/', 'the relay cannot read'),
    between('press', '^(vault|relay|web|cli|tests|bench|tools)/', 'press knows only practice'),
    between(
      'web',
      '^(relay|cli|tests|bench|tools)/',
      'the application knows practice, press and vault',
    ),
    {
      name: 'practice is pure',
      severity: 'error',
      from: { path: '^practice/', pathNot: String.raw`\.test\.ts$` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'the browser has no node:',
      severity: 'error',
      from: {
        path: '^(web/(app|ui|rooms|words)|press)/',
        pathNot: String.raw`\.(test|spec)\.tsx?$`,
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'ui knows no room and no application',
      severity: 'error',
      from: { path: '^web/ui/' },
      to: { path: '^web/(rooms|app)/' },
    },
    {
      name: 'rooms know no application',
      severity: 'error',
      from: { path: '^web/rooms/' },
      to: { path: '^web/app/' },
    },
    {
      name: 'the application enters rooms by their index',
      severity: 'error',
      from: { path: '^web/app/' },
      to: { path: '^web/rooms/.+', pathNot: String.raw`^web/rooms/[^/]+/index\.ts$` },
    },
    {
      name: 'rooms do not import each other',
      severity: 'error',
      from: { path: '^web/rooms/([^/]+)/' },
      to: { path: '^web/rooms/([^/]+)/', pathNot: '^web/rooms/$1/' },
    },
    {
      name: 'rooms are entered by their door',
      comment: 'another room is imported by its index.ts, or by a file its package.json exports',
      severity: 'error',
      from: {
        path: '^(practice|vault|relay|press|web|cli)/',
        pathNot: String.raw`\.(test|spec)\.tsx?$`,
      },
      to: {
        path: '^(practice|vault|relay|press)/.+/',
        pathNot: [
          '^$1/',
          '^vault/(kept|local)/',
          '^vault/intake/visit\\.ts$',
          '^practice/example/',
        ],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|dist|dist-next)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};
