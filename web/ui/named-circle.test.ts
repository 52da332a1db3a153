import { setFields } from '@alongside/practice';
import { expect, test } from 'vitest';
import { createContractRelay } from '../../vault/testing/contract-relay.ts';
import { people } from '../../vault/testing/people.ts';
import { namedCircle } from './named-circle.ts';
import { only } from './only.ts';

test('a circle is shared by what has the same purpose and readers, and never the planners’, who change', async () => {
  const relay = { ...createContractRelay(), server: 'https://relay.example' };
  const all = await people(relay, 'amina', 'ruth');
  const { workspace } = all.amina;
  const { together, tables, commit } = workspace;
  const both = [workspace.me, all.ruth.workspace.me];
  const circleFor = async (table: string) => {
    const found = await namedCircle({ tables, together, now: together.get() }, table, both);
    if (typeof found !== 'object' || 'type' in found) throw new Error('no circle');
    return found.circle;
  };
  const made = await together.setCircle('new', both);
  if (made.type !== 'CircleMade') throw new Error(made.type);
  const planners = made.circle;
  commit(setFields('planning', only, { circle: planners }), workspace.coreTeam);

  const first = await circleFor('conversations');
  expect(first).not.toBe(planners);
  const begin = (circle: string) =>
    commit(setFields('conversations', workspace.newId(), { partner: 'p' }), { circle });
  begin(first);
  expect(await circleFor('conversations')).toBe(first);
  expect([first, planners]).not.toContain(await circleFor('setAside'));

  // Whoever plans can write into their circle what they like.
  begin(planners);
  expect(await circleFor('conversations')).toBe(first);
});
