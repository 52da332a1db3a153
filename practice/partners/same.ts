/**
 * Records that are one and the same, written down twice. Merging writes one field, `sameAs`, on the
 * record that steps back; nothing is moved and nothing deleted. So it loses nothing, is taken back by
 * emptying the field, and two people who merge at the same time in opposite directions do no harm:
 * where the links go round in a circle, the smallest id of the circle stands for all.
 */

export interface MaybeSame {
  readonly id: string;
  readonly sameAs: string | null;
}

/** For each record's id, the id of the record that stands for it; its own where nothing was merged. */
export function standsFor(records: readonly MaybeSame[]): ReadonlyMap<string, string> {
  const next = new Map(records.map(({ id, sameAs }) => [id, sameAs]));
  const stands = new Map<string, string>();
  for (const { id } of records) {
    const path: string[] = [];
    let at = id;
    for (;;) {
      const known = stands.get(at);
      if (known !== undefined) {
        at = known;
        break;
      }
      const circle = path.indexOf(at);
      if (circle >= 0) {
        at = path.slice(circle).sort()[0] ?? at;
        break;
      }
      path.push(at);
      const to = next.get(at);
      // A record that is gone stands for nobody.
      if (to === null || to === undefined || !next.has(to)) break;
      at = to;
    }
    for (const each of path) stands.set(each, at);
  }
  return stands;
}

/** Every id that one record stands for, its own first. */
export function allOf(id: string, stands: ReadonlyMap<string, string>): readonly string[] {
  const others = [...stands].filter(([each, for_]) => for_ === id && each !== id);
  return [id, ...others.map(([each]) => each)];
}
