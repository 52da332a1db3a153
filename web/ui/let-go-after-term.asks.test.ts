/** Whole devices: what came with an ask goes once it has been over for as long as a steward says, and not before. */
import { setFields } from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { expect, test } from 'vitest';
import { createContractRelay } from '../../vault/testing/contract-relay.ts';
import { people } from '../../vault/testing/people.ts';
import { letGoAfterTerm } from './let-go-after-term.ts';
import { only } from './only.ts';

const ask = 'Q'.repeat(21).concat('A');
const text = ({ tables }: KeptWorkspace) => tables.get('asks', ask)?.text;
const company = () =>
  people({ ...createContractRelay(), server: 'https://relay.example' }, 'amina', 'ruth');
const keep = ({ commit }: KeptWorkspace, askWords: string) =>
  commit(setFields('space', only, { askWords }), 'everyone');

/** Everyone here reads it, so that somebody outside the core team can write into it. */
function writeAsk({ commit }: KeptWorkspace): void {
  const fields = { from: 'Delta', what: 'Come to the court', text: 'Hello, this is Noor' };
  commit(setFields('asks', ask, fields), 'everyone');
  const reach = { page: 'p', reach: 'noor@example.org' };
  commit(setFields('arrivals', ask, reach), 'everyone');
}

const answer = ({ commit }: KeptWorkspace) =>
  commit(setFields('asks', ask, { answer: 'yes', answeredOn: '2026-05-01' }), 'everyone');

test('nothing goes unless a steward chose a term; then the message and the way to reach them go, and the answer stays', async () => {
  const all = await company();
  const { workspace } = all.amina;
  writeAsk(workspace);
  answer(workspace);
  const stop = letGoAfterTerm(workspace, 'askWords', () => '2026-11-27');
  await all.settle();
  expect(text(workspace)).toBe('Hello, this is Noor');
  keep(workspace, 'year');
  await all.settle();
  expect(text(workspace)).toBe('Hello, this is Noor');
  // Nobody else may say it.
  keep(all.ruth.workspace, 'season');
  await all.until(() => workspace.tables.get('space', only)?.askWords === 'season');
  await all.settle();
  expect(text(workspace)).toBe('Hello, this is Noor');

  keep(workspace, 'season');
  await all.until(() => text(all.ruth.workspace) === '');
  expect(workspace.tables.get('arrivals', ask)).toMatchObject({ page: 'p', reach: '' });
  expect(workspace.tables.get('asks', ask)).toMatchObject({
    from: 'Delta',
    what: 'Come to the court',
    answer: 'yes',
    answeredOn: '2026-05-01',
  });
  stop();
});

test('an answer that somebody outside the core team planted lets nothing go', async () => {
  const all = await company();
  const { workspace } = all.amina;
  writeAsk(workspace);
  keep(workspace, 'season');
  await all.until(() => text(all.ruth.workspace) !== undefined);
  answer(all.ruth.workspace);
  await all.until(() => workspace.tables.get('asks', ask)?.answer === 'yes');
  const stop = letGoAfterTerm(workspace, 'askWords', () => '2026-11-27');
  await all.settle();
  expect(text(workspace)).toBe('Hello, this is Noor');
  stop();
});

test('while everything is kept nothing goes', async () => {
  const all = await company();
  const { workspace } = all.amina;
  writeAsk(workspace);
  answer(workspace);
  expect(await workspace.together.keepEverything(true)).toBeUndefined();
  keep(workspace, 'season');
  const stop = letGoAfterTerm(workspace, 'askWords', () => '2026-11-27');
  await all.settle();
  expect(text(workspace)).toBe('Hello, this is Noor');
  stop();
});
