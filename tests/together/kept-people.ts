/**
 * People in one workspace through a real relay, each with a vault of their own in memory. What a page
 * sees, without a page.
 */
import { type KeptWorkspace, type Vault, vaultHere } from '@alongside/vault/kept';
import { createMemoryStorage } from '@alongside/vault/memory-storage';
import { expect } from 'vitest';
import type { RealRelay } from './real-relay.ts';

export const six = 'abandon ability able about above absent';

/** A device that has nothing yet. */
export function newVault(): Vault {
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  return vaultHere({ storage: createMemoryStorage(), random, now: Date.now });
}

/** The workspace, or the refusal as an error. */
export function opened(outcome: KeptWorkspace | { readonly type: string }): KeptWorkspace {
  if ('type' in outcome) throw new Error(`Refused: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** A first person, whose workspace the relay serves. */
export async function begun({ server, voucher }: RealRelay): Promise<KeptWorkspace> {
  const workspace = opened(await newVault().keep({ words: six }));
  const text = voucher.toBase64({ alphabet: 'base64url', omitPadding: true });
  expect(await workspace.together.serve({ server, voucher: text })).toBeUndefined();
  return workspace;
}

/** Waits for a condition that news from elsewhere makes true. */
export async function until(
  workspace: KeptWorkspace,
  met: () => boolean,
  what: string,
): Promise<void> {
  for (let tries = 0; tries < 400 && !met(); tries += 1) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, 50);
      const forget = workspace.together.subscribe(done);
      function done() {
        clearTimeout(timer);
        forget();
        resolve();
      }
    });
  }
  expect(met(), what).toBe(true);
}

type Readers = 'everyone' | 'coreTeam' | 'onlyMe';

/** Writes a record with this title, and gives its id. */
export function write(
  workspace: KeptWorkspace,
  table: string,
  title: string,
  readers: Readers = 'everyone',
): string {
  const record = workspace.newId();
  const audience = readers === 'everyone' ? readers : workspace[readers];
  workspace.commit([{ table, record, field: 'title', value: title }], audience);
  return record;
}

/** A person asks by a link, the steward compares the four words and says yes. */
export async function comeIn(
  host: KeptWorkspace,
  name: string,
  into: { readonly core?: boolean; readonly role?: 'steward' | 'member' } = {},
): Promise<KeptWorkspace> {
  const { core = false, role = 'member' } = into;
  const invited = await host.together.invite(role);
  if (invited.type !== 'Invited') throw new Error(invited.type);
  const { fragment } = invited;
  const { signal } = new AbortController();
  const turn = newVault().joinByInvitation({ fragment, name, words: six, signal });
  const words = await turn.fourWords;
  await host.together.look();
  const [request] = host.together.get().requests;
  expect(request?.name).toBe(name);
  expect(request?.words).toEqual(words);
  const id = request?.id ?? '';
  expect(await host.together.approve([id], core ? [id] : [])).toBeUndefined();
  return opened(await turn.done);
}

/** Until everything that was written is on the server. */
export async function onServer(workspace: KeptWorkspace): Promise<void> {
  await workspace.settled();
  await until(workspace, () => workspace.safety.get().type === 'SavedOnServer', 'on the server');
}
