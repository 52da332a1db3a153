/**
 * Somebody who comes in by a link with a client of their own, in this process and not in a browser, and then
 * does what no application of ours would.
 */
import { randomBytes } from 'node:crypto';
import { vaultHere } from '../../../vault/kept/here.ts';
import { createOpenRoots } from '../../../vault/kept/open-roots.ts';
import { createLocalTabs } from '../../../vault/kept/tabs.ts';
import type { KeptWorkspace } from '../../../vault/kept/types.ts';
import { readPlace } from '../../../vault/kept/worker/open-place.ts';
import { createSession } from '../../../vault/kept/worker/session.ts';
import type { Session } from '../../../vault/kept/worker/session-types.ts';
import { createMemoryStorage } from '../../../vault/local/memory-storage.ts';
import { placeKeys } from '../../../vault/local/rest/place.ts';
import { localKeys } from '../../../vault/local/root.ts';
import { machineNetwork } from '../../../vault/sync/network.ts';

const six = 'abandon ability able about above absent';

/** Asks to be let in. `inside` is what they can do then, once somebody has said yes. */
export async function askInWithout(link: string, name: string) {
  const storage = createMemoryStorage();
  const [tabs, roots] = [createLocalTabs(), createOpenRoots()];
  const random = (length: number) => new Uint8Array(randomBytes(length));
  const vault = vaultHere({ storage, random, now: Date.now, tabs, roots });
  const { signal } = new AbortController();
  const fragment = new URL(link).hash.slice(1);
  const turn = vault.joinByInvitation({ fragment, name, words: six, signal });
  if ((await turn.fourWords) === null) {
    throw new Error(`they could not ask: ${JSON.stringify(await turn.done)}`);
  }

  async function inside(): Promise<KeptWorkspace> {
    const workspace = await turn.done;
    if ('type' in workspace) throw new Error(`Must hold: they are in, not ${workspace.type}`);
    workspace.commit(
      [{ table: 'names', record: workspace.me, field: 'name', value: name }],
      'everyone',
    );
    return workspace;
  }

  /** The log behind the workspace, to be written to as no page does. */
  async function behind({ place }: KeptWorkspace): Promise<Session> {
    const root = roots.of(place);
    if (!root) throw new Error('Must hold: it is open');
    const resting = { storage, keys: placeKeys(place), local: await localKeys(root), random };
    const read = await readPlace(resting, Date.now);
    if ('type' in read) throw new Error(`Must hold: it can be read, not ${read.type}`);
    const { keyring } = read;
    const quiet = { post: () => {}, leftBehind: () => {}, say: () => {} };
    const about = { resting, keyring, clock: Date.now, tabs, network: machineNetwork };
    const session = createSession({ ...about, ...quiet, blocks: async () => [] }, read);
    await session.prepare();
    return session;
  }
  return { inside, behind };
}
