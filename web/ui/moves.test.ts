/** Whole devices: what one asks another to move, and whose yes counts. Only the screen is missing. */
import { answerMove, askToMove, moveSaid } from '@alongside/practice';
import { expect, test } from 'vitest';
import { createContractRelay } from '../../vault/testing/contract-relay.ts';
import { type Person, people } from '../../vault/testing/people.ts';
import { readMoves } from './moves.ts';

test('one asks, and only the yes of whoever carries it counts, on every device', async () => {
  const all = await people(
    { ...createContractRelay(), server: 'https://relay.example' },
    ...['ruth', 'amina', 'sam'],
  );
  const [ruth, amina, sam] = all.people as [Person, Person, Person];
  const rides = { id: 'rides', carriedBy: amina.workspace.me };
  const said = ({ workspace }: Person) => moveSaid(readMoves(workspace.tables), 'vigil', rides);
  // The core team reads it in life; here everyone, so that nobody has to be let in first.
  const write = ({ workspace }: Person, changes: Parameters<Person['workspace']['commit']>[0]) =>
    workspace.commit(changes, 'everyone');
  const answer = (person: Person, says: 'can-move' | 'has-to-stay') =>
    write(
      person,
      answerMove(readMoves(person.workspace.tables), 'vigil', rides, says, person.workspace.newId),
    );

  write(ruth, askToMove(readMoves(ruth.workspace.tables), 'vigil', rides, ruth.workspace.newId));
  await all.until(() => all.people.every((person) => said(person) === 'asked'));
  answer(sam, 'can-move');
  await all.settle();
  expect(all.people.map(said)).toEqual(['asked', 'asked', 'asked']);
  answer(amina, 'can-move');
  await all.until(() => all.people.every((person) => said(person) === 'can-move'));
  answer(sam, 'has-to-stay');
  // What she said is written over, so it is asked again; nobody's no stands in its place.
  await all.until(() => all.people.every((person) => said(person) === 'asked'));
});
