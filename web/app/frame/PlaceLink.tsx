/** A link to one of the places, marked when we are in it; Asks with how many wait for an answer. */

import { useLingui } from '@lingui/react';
import { Plural } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useCallback, useSyncExternalStore } from 'react';
import { useWorkspace } from '../../ui/workspace.tsx';
import { entersWith, rooms } from '../rooms.ts';
import type { Place } from './places.tsx';

export function PlaceLink({ place }: { readonly place: Place }) {
  const { _ } = useLingui();
  return (
    <Link
      to={place.path}
      className="place"
      activeOptions={{ exact: place.path === '/' }}
      activeProps={{ 'aria-current': 'page' }}
      draggable={false}
    >
      <span>{_(place.name)}</span>
      {place.room === 'asks' && <Waiting />}
    </Link>
  );
}

function Waiting() {
  const { tables } = useWorkspace();
  const subscribe = useCallback(
    (heard: () => void) => {
      const stops = entersWith('asks').map((table) => tables.subscribe(table, heard));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [tables],
  );
  const count = useSyncExternalStore(subscribe, () => rooms.get('asks')?.waiting?.(tables) ?? 0);
  if (count === 0) return null;
  return (
    <span className="waiting">
      <span aria-hidden="true">{count}</span>
      <span className="hidden-words">
        <Plural value={count} one="one waits for our answer" other="# wait for our answer" />
      </span>
    </span>
  );
}
