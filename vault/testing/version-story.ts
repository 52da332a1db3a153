/**
 * A stream that ends, for this version: after an entry that raises the format's version nothing is
 * read on, so it has a story of its own beside the house's.
 */
import { assert } from '../envelope/bytes.ts';
import { cast } from './cast.ts';
import { craft } from './craft.ts';
import type { HouseStory } from './house-story.ts';

export async function playVersionStory(): Promise<HouseStory> {
  const { amina, stream } = await cast('amina');
  const names = ['genesis', 'circle: core team', 'circle: only Amina', 'version: 2'];
  const raised = await amina.replica.change({ type: 'version', version: 2 });
  assert(raised.type === 'Done', 'a steward raises the version');
  await stream.append([(await craft(amina)).wire]);
  names.push('blocked: content after it');
  return {
    workspace: amina.replica.state.workspace,
    stream: stream.id,
    epochs: amina.rawEpochs,
    wires: stream.wires.map((wire, i) => ({ name: names[i] ?? `message ${i}`, wire })),
  };
}
