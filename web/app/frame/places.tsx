/** The places of the application, their names and addresses, in the order of the list. */

import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { RoomName } from '../rooms.ts';

export interface Place {
  readonly path: string;
  readonly name: MessageDescriptor;
  readonly room?: RoomName;
}

/** On the phone's bar, and first in the list. */
export const mainPlaces: readonly Place[] = [
  { path: '/', name: msg`Today`, room: 'today' },
  { path: '/asks', name: msg`Asks`, room: 'asks' },
  { path: '/partners', name: msg`Partners`, room: 'partners' },
  { path: '/stories', name: msg`Stories`, room: 'stories' },
];

/** Rooms that enter the list with their first record. */
export const furtherPlaces: readonly Place[] = [
  { path: '/issues', name: msg`Our issues`, room: 'issues' },
  { path: '/giving', name: msg`What we can give`, room: 'giving' },
  { path: '/wins', name: msg`Wins`, room: 'wins' },
  { path: '/notebook', name: msg`My notebook`, room: 'notebook' },
];

export const housePlaces: readonly Place[] = [
  { path: '/people', name: msg`People here` },
  { path: '/what-we-are-for', name: msg`What we are for` },
  { path: '/if-something-happens', name: msg`If something happens` },
  { path: '/settings', name: msg`Settings` },
];

/** Discussions are reached from a story and from Today; the place only names the tab. */
const discussions: Place = { path: '/discussions', name: msg`Discussions`, room: 'discussions' };

/** On phones: everything that has no place on the bar. */
export const morePlace: Place = { path: '/more', name: msg`More` };

/** The place that a path belongs to. */
export function placeOf(path: string): Place | undefined {
  const first = `/${path.split('/')[1] ?? ''}`;
  return [...mainPlaces, ...furtherPlaces, ...housePlaces, discussions, morePlace].find(
    (place) => place.path === first,
  );
}
