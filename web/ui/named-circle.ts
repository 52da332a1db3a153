/** The circle of a few people: the one that they share already, or a new one. */
import type { Audience, MemberId } from '@alongside/vault';
import type { Together, TogetherRefusal, TogetherState } from '@alongside/vault/kept';

/** Whom it is for, `me` among them. */
export async function namedCircle(
  { together, now }: { readonly together: Together; readonly now: TogetherState },
  members: readonly MemberId[],
): Promise<Audience | TogetherRefusal> {
  const known = now.circles.find(
    (circle) =>
      circle.kind === 'named' &&
      circle.readable &&
      !circle.owed &&
      circle.members.length === members.length &&
      members.every((one) => circle.members.includes(one)),
  );
  if (known) return { circle: known.id };
  const made = await together.setCircle('new', members);
  return made.type === 'CircleMade' ? { circle: made.circle } : made;
}
