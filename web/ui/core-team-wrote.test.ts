import type { CircleState } from '@alongside/vault/kept';
import { expect, test } from 'vitest';
import { coreTeamWrote } from './core-team-wrote.ts';

test('counts what somebody of the core team wrote, every field of it, and nothing that others or nobody did', () => {
  const circles = [
    { kind: 'core-team', members: ['amina', 'ruth'] },
    { kind: 'named', members: ['li'] },
  ] as unknown as readonly CircleState[];
  const by = new Map([
    ['secret', 'amina'],
    ['until', 'ruth'],
    ['fragment', 'li'],
  ]);
  const tables = {
    writtenBy: (_table: string, _record: string, field: string) => {
      const member = by.get(field);
      return member === undefined ? undefined : { member, at: 1 };
    },
  };
  const wrote = (...fields: string[]) =>
    coreTeamWrote({ circles }, tables as never, 'publicPages', 'p', fields);
  expect(wrote('secret', 'until')).toBe(true);
  expect(wrote('secret', 'fragment')).toBe(false);
  expect(wrote('secret', 'endedOn')).toBe(false);
});
