/**
 * Which campaigns were opened to a partner. The list is one field: where two devices open one at the same
 * time, each wrote a list without the other's line, and both count.
 */
import * as v from 'valibot';
import { mostOpened, type Partner, partnerFields } from '../tables.ts';

/**
 * The lines of all these values of the field, each once, the last one last; a value that is no such list is left
 * out. The same in any order of values.
 */
export function openedOf(values: readonly unknown[]): Partner['opened'] {
  const lines = values.flatMap((value) => {
    const read = v.safeParse(partnerFields.opened, value);
    return read.success ? read.output : [];
  });
  const each = new Map(lines.map((line) => [`${line.on} ${line.campaign}`, line]));
  return [...each]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, line]) => line)
    .slice(-mostOpened);
}
