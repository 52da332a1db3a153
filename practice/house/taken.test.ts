import { describe, expect, it } from 'vitest';
import { tables } from '../tables.ts';
import {
  postgresColumns,
  serverColumns,
  serverCounts,
  serverLines,
  tablesReadBy,
} from './taken.ts';

describe('what could be taken', () => {
  it('tells every table once, by who reads it', () => {
    const told = (['everyone', 'coreTeam', 'planners', 'onlyMe'] as const).flatMap(tablesReadBy);
    expect([...told].sort()).toEqual(Object.keys(tables).sort());
  });

  it('tells each line about the server once', () => {
    expect(new Set(serverLines).size).toBe(serverLines.length);
    for (const columns of [serverColumns, postgresColumns])
      expect(new Set(Object.values({ ...columns, ...serverCounts }))).toEqual(new Set(serverLines));
  });
});
