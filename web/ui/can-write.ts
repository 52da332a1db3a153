/**
 * Whether what this person writes for these readers can be sent. What cannot is held for good, and as long as
 * anything is held nothing is *Saved on the server*: whatever changes records by itself asks this first.
 */
import type { Audience } from '@alongside/vault';
import type { TogetherState } from '@alongside/vault/kept';

/** Not as a guest for everyone, nor into a circle whose key of now is not here, or that waits for four words. */
export function canWrite(
  { me, role, circles, removed }: Pick<TogetherState, 'me' | 'role' | 'circles' | 'removed'>,
  audience: Audience,
): boolean {
  if (removed) return false;
  if (audience === 'everyone') return role !== 'guest';
  const circle = circles.find(({ id }) => id === audience.circle);
  return circle?.readable === true && circle.members.includes(me) && !circle.waitsForWords;
}
