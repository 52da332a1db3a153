/**
 * The circle of a few people: the one that records of this purpose share already, or a new one. Never the planners'
 * circle: whoever plans later is taken into that, and would read what was not meant for them.
 */
import type { Audience, MemberId, Tables } from '@alongside/vault';
import type { Together, TogetherRefusal, TogetherState } from '@alongside/vault/kept';
import { readPlanning } from './planners.ts';

interface Here {
  readonly tables: Tables;
  readonly together: Together;
  readonly now: TogetherState;
}

/** Whom records of this table are for, `me` among them. */
export async function namedCircle(
  { tables, together, now }: Here,
  table: string,
  members: readonly MemberId[],
): Promise<Audience | TogetherRefusal> {
  const used = new Set(
    tables.all(table).map(({ id }) => {
      const audience = tables.audienceOf(table, id);
      return typeof audience === 'object' ? audience.circle : '';
    }),
  );
  used.delete(readPlanning(tables).circle ?? '');
  const known = now.circles.find(
    (circle) =>
      circle.kind === 'named' &&
      used.has(circle.id) &&
      circle.readable &&
      !circle.owed &&
      circle.members.length === members.length &&
      members.every((one) => circle.members.includes(one)),
  );
  if (known) return { circle: known.id };
  const made = await together.setCircle('new', members);
  return made.type === 'CircleMade' ? { circle: made.circle } : made;
}
