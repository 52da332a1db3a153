/** What others have opened to this device, as releases tell it: each is read once. */
import type { Carried } from '../../checkpoint/carried.ts';
import { bytesToText } from '../../envelope/bytes.ts';
import type { Keyring } from '../../identity/types.ts';
import { openReleased, releaseOf } from '../../log/unseal.ts';
import type { State } from '../../membership/state.ts';
import type { Accepted } from '../../types.ts';

export interface OpenedEnvelopes {
  /** What releases have opened since the last call, and this device could not read before. */
  read(): Promise<readonly Accepted[]>;
}

/** What was told before this is in the tables already. */
export function createOpenedEnvelopes(
  { workspace }: State,
  keys: Keyring,
  carried: Carried,
): OpenedEnvelopes {
  const done = new Set(carried.releases.map(({ entry }) => bytesToText(entry)));
  return {
    async read() {
      const opened: Accepted[] = [];
      for (const release of carried.releases) {
        const id = bytesToText(release.entry);
        if (done.has(id)) continue;
        const sealed = carried.sealed.find((body) => bytesToText(body.id) === id);
        const own = sealed && (await releaseOf(sealed, keys, workspace));
        const content = sealed && !own && (await openReleased(sealed, release, workspace));
        if (content) opened.push(content.accepted);
        // A key that opens nothing leaves room for the right one.
        if (own || content) done.add(id);
      }
      return opened;
    },
  };
}
