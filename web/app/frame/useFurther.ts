/** Which of the further rooms hold something, and which are still empty: rooms enter the list with their first record. */
import { useCallback, useSyncExternalStore } from 'react';
import { useWorkspace } from '../../ui/workspace.tsx';
import { entersWith, rooms } from '../rooms.ts';
import { furtherPlaces, type Place } from './places.tsx';

export interface Further {
  readonly inUse: readonly Place[];
  readonly empty: readonly Place[];
}

export function useFurther(): Further {
  const { tables } = useWorkspace();
  const subscribe = useCallback(
    (heard: () => void) => {
      const stops = furtherPlaces
        .flatMap(({ room }) => (room ? entersWith(room) : []))
        .map((table) => tables.subscribe(table, heard));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [tables],
  );
  const used = useSyncExternalStore(subscribe, () =>
    furtherPlaces
      .filter(({ room }) => room && entersWith(room).some((table) => tables.all(table).length > 0))
      .map(({ path }) => path)
      .join(' '),
  ).split(' ');
  const there = furtherPlaces.filter(({ room }) => room && rooms.has(room));
  return {
    inUse: there.filter(({ path }) => used.includes(path)),
    empty: there.filter(({ path }) => !used.includes(path)),
  };
}
