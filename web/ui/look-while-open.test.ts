/** Whole devices: what a look writes is written once, and nothing is written that could never be sent. */
import { type Contact, contactsToShrink, setFields } from '@alongside/practice';
import type { Audience } from '@alongside/vault';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { expect, test } from 'vitest';
import { keepWorkspace } from '../../vault/kept/here.ts';
import { createTestContext, opened, SIX } from '../../vault/kept/testing.ts';
import { createContractRelay } from '../../vault/testing/contract-relay.ts';
import { people } from '../../vault/testing/people.ts';
import { commitForReaders, lookWhileOpen } from './look-while-open.ts';

const relay = () => ({ ...createContractRelay(), server: 'https://relay.example' });

function writeContact({ commit, newId }: KeptWorkspace, audience: Audience): string {
  const id = newId();
  commit(setFields('contacts', id, { partner: 'p', on: '2025-03-08' }), audience);
  return id;
}

/** What the device writes by itself while it looks. */
function looking(workspace: KeptWorkspace) {
  const written: string[] = [];
  const watched: KeptWorkspace = {
    ...workspace,
    commit(changes, audience) {
      written.push(...changes.map(({ record, field }) => `${record} ${field}`));
      workspace.commit(changes, audience);
    },
  };
  const stop = lookWhileOpen(watched, () => {
    const all = workspace.tables.all('contacts') as readonly Pick<Contact, 'id' | 'on'>[];
    commitForReaders(watched, contactsToShrink(all, 'season', '2026-11-27'));
  });
  return { written, stop };
}

test('of more changes than go at once each is written once, also where no server is waited for', async () => {
  const workspace = opened(await keepWorkspace({ ...createTestContext(), words: SIX }));
  for (let one = 0; one < 520; one += 1) writeContact(workspace, 'everyone');
  await workspace.settled();
  const { written, stop } = looking(workspace);
  expect(written).toHaveLength(1040);
  expect(new Set(written).size).toBe(1040);
  await workspace.settled();
  expect(written).toHaveLength(1040);
  stop();
});

test('a guest’s device leaves what everyone here reads as it is, and nothing of it waits for good', async () => {
  const all = await people(relay(), 'amina');
  const { workspace } = await all.join('li', 'guest');
  const contact = writeContact(all.amina.workspace, 'everyone');
  await all.until(() => workspace.tables.get('contacts', contact) !== undefined);
  await all.settle();
  const { written, stop } = looking(workspace);
  expect(workspace.safety.get()).toEqual({ type: 'SavedOnServer' });
  expect(written).toEqual([]);
  stop();
});

test('whoever was put out of a circle writes nothing more into it', async () => {
  const all = await people(relay(), 'amina', 'ruth');
  const { workspace } = all.ruth;
  const { together } = all.amina.workspace;
  const made = await together.setCircle('new', [all.amina.workspace.me, workspace.me]);
  if (made.type !== 'CircleMade') throw new Error(made.type);
  const contact = writeContact(all.amina.workspace, { circle: made.circle });
  await all.until(() => workspace.tables.get('contacts', contact) !== undefined);
  await together.setCircle(made.circle, [all.amina.workspace.me]);
  const isOut = () =>
    workspace.together
      .get()
      .circles.some(({ id, members }) => id === made.circle && !members.includes(workspace.me));
  await all.until(isOut);
  await all.settle();
  const { written, stop } = looking(workspace);
  expect(workspace.safety.get()).toEqual({ type: 'SavedOnServer' });
  expect(written).toEqual([]);
  stop();
  const hers = looking(all.amina.workspace);
  expect(hers.written).toEqual([`${contact} month`, `${contact} on`]);
  hers.stop();
});
