/** People of partner organizations, each once, with their roles. */
import { type Person, personFields, type Role, roleFields, standsFor } from '@alongside/practice';
import { useMemo } from 'react';
import { useByName } from '../../../ui/by-name.ts';
import { useRead } from '../../../ui/workspace.tsx';

export interface PersonHere {
  readonly person: Person;
  /** Their record and those merged into it. */
  readonly ids: readonly string[];
  readonly roles: readonly Role[];
}

/** By name. A person who was merged into another is part of that one. */
export function usePeople(): readonly PersonHere[] {
  const people = useRead('people', personFields);
  const roles = useRead('roles', roleFields);
  const byName = useByName();
  return useMemo(() => {
    const stands = standsFor(people);
    const here = new Map<string, { ids: string[]; roles: Role[] }>();
    for (const [id, shown] of stands) {
      const one = here.get(shown) ?? { ids: [], roles: [] };
      if (id === shown) one.ids.unshift(id);
      else one.ids.push(id);
      here.set(shown, one);
    }
    for (const role of roles) here.get(stands.get(role.person ?? '') ?? '')?.roles.push(role);
    return people
      .filter(({ id }) => stands.get(id) === id)
      .sort(byName)
      .map((person) => ({ person, ...(here.get(person.id) ?? { ids: [person.id], roles: [] }) }));
  }, [people, roles, byName]);
}
