/**
 * Makes the frozen vectors: `node vault/vectors/make.ts` writes them anew. They change only with the
 * format's version; `vectors.test.ts` fails when making them gives other bytes.
 */

import { writeFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { bytesToText } from '../envelope/bytes.ts';
import { openWire } from '../envelope/seal.ts';
import { epochSecret } from '../identity/secret.ts';
import { type HouseStory, playHouseStory } from '../testing/house-story.ts';
import { playVersionStory } from '../testing/version-story.ts';
import { makeJoiningVectors } from './make-joining.ts';
import { makeSalamander } from './make-salamander.ts';
import { makeSignatureVectors } from './make-signatures.ts';
import { readEntries } from './read-entries.ts';

/** The files' contents, by name. */
export async function makeVectors(): Promise<Readonly<Record<string, unknown>>> {
  return {
    'entries.json': await makeEntries(await playHouseStory()),
    'version.json': await makeEntries(await playVersionStory()),
    'joining.json': await makeJoiningVectors(),
    'signatures.json': makeSignatureVectors(),
    'salamander.json': await makeSalamanderVector(),
  };
}

async function makeEntries(story: HouseStory) {
  const read = await readEntries(
    story,
    story.wires.map(({ wire }) => wire),
  );
  return {
    workspace: bytesToText(story.workspace),
    stream: bytesToText(story.stream),
    epochs: story.epochs.map(bytesToText),
    entries: story.wires.map(({ name, wire }, i) => ({
      name,
      wire: bytesToText(wire),
      ...read[i],
    })),
  };
}

async function makeSalamanderVector() {
  const { first, second, stream, wire } = await makeSalamander();
  const opened = await openWire(wire, await epochSecret(first), stream);
  const other = await openWire(wire, await epochSecret(second), stream);
  const say = (found: Uint8Array | string) => (typeof found === 'string' ? found : 'opened');
  return {
    first: bytesToText(first),
    second: bytesToText(second),
    stream: bytesToText(stream),
    wire: bytesToText(wire),
    verdict: `${say(opened)}, ${say(other)}`,
  };
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, content] of Object.entries(await makeVectors())) {
    const file = new URL(name, import.meta.url);
    await writeFile(file, `${JSON.stringify(content, null, 1)}\n`);
  }
}
