/**
 * Looks through all that passed for the partner whom this person should ring. It draws nothing, and is there
 * only once the page is drawn: nobody waits for it to see what waits.
 */
import { useEffect } from 'react';
import { type CallToMake, useWorthACall } from '../../ui/partners.ts';
import { useTogether } from '../../ui/together.ts';
import { useWorkspace } from '../../ui/workspace.tsx';

export function FindCall({ onFound }: { readonly onFound: (call: CallToMake | null) => void }) {
  const { me } = useWorkspace();
  const people = useTogether()?.now.people;
  const first = useWorthACall().find(({ carriedBy }) => {
    // Whose person has left is everyone's.
    const isHere = people?.some(({ id, active }) => active && id === carriedBy) ?? false;
    return carriedBy === me || !isHere;
  });
  useEffect(() => onFound(first ?? null), [first, onFound]);
  return null;
}
