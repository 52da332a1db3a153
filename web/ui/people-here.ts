/** Who is here, by the names they chose: those who decide, this person and the others of the core team; and all members. */

import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { useByName } from './by-name.ts';
import { useNames, useTogether } from './together.ts';
import { useWorkspace } from './workspace.tsx';

export interface PersonHere {
  readonly id: string;
  /** As they wrote it; empty where they did not. */
  readonly name: string;
}

export interface PeopleHere {
  readonly me: string;
  /** The others who read and answer asks, by name. */
  readonly others: readonly PersonHere[];
  readonly isAlone: boolean;
  readonly isSteward: (member: string) => boolean;
  /** The name, or words that say that there is none. */
  readonly nameOf: (member: string) => string;
}

export function usePeopleHere(): PeopleHere {
  const { me, coreTeam } = useWorkspace();
  const people = useTogether()?.now.people ?? [];
  const names = useNames();
  const nameOf = useNameOf();
  const byName = useByName();
  const others = people
    .filter(
      ({ id, active, circles }) =>
        active && id !== me && coreTeam !== 'everyone' && circles.includes(coreTeam.circle),
    )
    .map(({ id }) => ({ id, name: names(id) }))
    .sort(byName);
  return {
    me,
    others,
    isAlone: others.length === 0,
    isSteward: (member) => people.some(({ id, role }) => id === member && role === 'steward'),
    nameOf,
  };
}

function useNameOf(): PeopleHere['nameOf'] {
  const names = useNames();
  // The words for someone without a name follow the language.
  useLingui();
  return (member) => names(member) || t`Someone without a name`;
}

export interface MembersHere extends Pick<PeopleHere, 'nameOf'> {
  /** All others but guests; in place of a name the words that say that there is none. */
  readonly others: readonly PersonHere[];
  readonly isHere: (member: string) => boolean;
}

export function useMembersHere(): MembersHere {
  const { me } = useWorkspace();
  const now = useTogether()?.now;
  const nameOf = useNameOf();
  const people = now?.people.filter(({ active, role }) => active && role !== 'guest') ?? [];
  return {
    others: people.filter(({ id }) => id !== me).map(({ id }) => ({ id, name: nameOf(id) })),
    isHere: (member) => member === me || people.some(({ id }) => id === member),
    nameOf,
  };
}
