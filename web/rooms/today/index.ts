/** Today: what waits for us, never more than three things, the week, and our question. */
import type { Room } from '../../ui/room.ts';

export const room: Room = {
  pages: [{ path: '/', load: () => import('./Today.tsx') }],
  findable: [],
};
