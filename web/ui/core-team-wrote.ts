/**
 * Whether the core team wrote this. Any member can write a record and seal it to a circle: what is handed out
 * in our name, or clears what others wrote, counts only from somebody who is in the core team now.
 */
import type { Tables } from '@alongside/vault';
import type { TogetherState } from '@alongside/vault/kept';

export function coreTeamWrote(
  { circles }: Pick<TogetherState, 'circles'>,
  tables: Pick<Tables, 'writtenBy'>,
  table: string,
  record: string,
  fields: readonly string[],
): boolean {
  const team = circles.find(({ kind }) => kind === 'core-team')?.members ?? [];
  return fields.every((field) => {
    const by = tables.writtenBy(table, record, field)?.member;
    return by !== undefined && team.includes(by);
  });
}
