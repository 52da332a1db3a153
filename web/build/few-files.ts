/**
 * Which modules share a file. On a slow line every file costs its own time, however small it is, and its
 * hash stands in every page. What the first page and a visitor's page need at once therefore comes in a
 * few files: what both need apart from what one needs, and libraries, which change rarely, apart from our
 * own. Which modules those are is known only when everything unused is gone, so they are told from a
 * first build.
 */
import { build, type InlineConfig, type Rolldown } from 'vite';

/** Bytes of source under which files that nearly the same later pages share become one. */
const SMALL = 20_000;

export type Chunk = Pick<
  Rolldown.OutputChunk,
  'fileName' | 'imports' | 'isEntry' | 'moduleIds' | 'name'
>;

/** Names of files that pages share are long: they say all who share them. The first is enough. */
export const chunkFileNames = ({ name }: { name: string }) =>
  `assets/${name.replace(/~.*/, '')}-[hash].js`;

/** A worker's files: what it begins with is one, and small ones of what comes later are joined. */
export const workerFiles: Rolldown.OutputOptions = {
  chunkFileNames,
  codeSplitting: {
    groups: [
      { name: 'first', tags: ['$initial'], priority: 1 },
      { name: 'later', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: SMALL },
    ],
  },
};

/** Builds twice: once to learn what the pages need first, and then for good. */
export async function buildInFewFiles(config: InlineConfig): Promise<void> {
  const groups = fewFiles(await chunksOf(config));
  await build({
    ...config,
    build: { ...config.build, rolldownOptions: { output: { codeSplitting: { groups } } } },
  });
}

async function chunksOf(config: InlineConfig): Promise<readonly Chunk[]> {
  const built = await build({ ...config, build: { write: false, minify: false } });
  return (Array.isArray(built) ? built : [built])
    .flatMap((one) => ('output' in one ? one.output : []))
    .filter((one) => one.type === 'chunk');
}

/** The groups for a second build, from the chunks of a first. */
export function fewFiles(chunks: readonly Chunk[]): Rolldown.CodeSplittingGroup[] {
  const first = neededFirst(chunks);
  // A module of which nothing is left stands in no chunk: a file would be fetched for it in vain.
  const later = new Set(chunks.filter((one) => !first.has(one)).flatMap((one) => one.moduleIds));
  const files = new Map(
    [...first].flatMap(([chunk, pages]) =>
      // What begins a page stays in that page's own file.
      chunk.isEntry ? [] : chunk.moduleIds.map((id) => [id, fileOf(id, [...pages])] as const),
    ),
  );
  return [
    {
      name: (id) => files.get(id) ?? null,
      priority: 1,
      // What a module imports has a file of its own here, or is not needed at once.
      includeDependenciesRecursively: false,
    },
    // Libraries apart from our own: a file with both imports in both directions, and in such a circle a
    // class of a library may be wanted before the one that it extends has run.
    ...[true, false].map((isLibrary) => ({
      name: (id: string) => {
        if (!later.has(id) || id.includes('/node_modules/') !== isLibrary) return null;
        return isLibrary ? 'shared-libraries' : 'shared';
      },
      minShareCount: 2,
      entriesAware: true,
      entriesAwareMergeThreshold: SMALL,
      includeDependenciesRecursively: false,
    })),
  ];
}

/** The chunks that pages load before they can show anything, each with the names of those pages. */
function neededFirst(chunks: readonly Chunk[]): ReadonlyMap<Chunk, ReadonlySet<string>> {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const needed = new Map<Chunk, Set<string>>();
  for (const page of chunks.filter((chunk) => chunk.isEntry)) {
    const reached = new Set([page]);
    // The set grows while it is gone through; who is in it already is not gone through again.
    for (const chunk of reached) {
      needed.set(chunk, (needed.get(chunk) ?? new Set()).add(page.name));
      for (const name of chunk.imports) {
        const next = byName.get(name);
        if (next) reached.add(next);
      }
    }
  }
  return needed;
}

function fileOf(id: string, [one, another]: readonly string[]): string {
  const who = another === undefined ? `first-of-${one}` : 'first';
  return id.includes('/node_modules/') ? `${who}-libraries` : who;
}
