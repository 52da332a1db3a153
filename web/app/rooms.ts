/**
 * The rooms there are: every folder of `rooms/` that has a door. A room's `index.ts` names its pages
 * and what search finds; the pages themselves load when they are first opened.
 */
import type { Room } from '../ui/room.ts';

const doors = import.meta.glob<{ room: Room }>('../rooms/*/index.ts', { eager: true });

export type RoomName =
  | 'today'
  | 'asks'
  | 'partners'
  | 'stories'
  | 'discussions'
  | 'issues'
  | 'giving'
  | 'notebook'
  | 'wins';

export const rooms: ReadonlyMap<string, Room> = new Map(
  Object.entries(doors).map(([path, door]) => [path.split('/')[2] ?? path, door.room]),
);

/** The tables that bring a room into the list, once one of them holds a record. */
export function entersWith(name: RoomName): readonly string[] {
  const room = rooms.get(name);
  return room?.entersWith ?? room?.findable.map(({ table }) => table) ?? [];
}
