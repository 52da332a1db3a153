/**
 * How deep the elements of XML stand inside one another, and how many there are: told in one pass,
 * before anything builds a tree of them. Comments, character data and instructions are stepped over
 * as a parser does; what is none of these and no tag is damaged, so that nothing is counted amiss.
 */
import { refuse } from './broken.ts';
import { limits } from './limits.ts';

const tag =
  /<(\/?)[^\s<>"'/!?][^\s<>"'/]*(?:\s+[^\s<>"'=/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/y;
const passedOver: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

export function refuseDeepXml(text: string): void {
  let depth = 0;
  let elements = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const passed = passedOver.find(([start]) => text.startsWith(start, at));
    if (passed) {
      const [start, end] = passed;
      const ended = text.indexOf(end, at + start.length);
      if (ended < 0) refuse({ type: 'Damaged' });
      at = ended + end.length;
      continue;
    }
    tag.lastIndex = at;
    const found = tag.exec(text);
    if (!found) refuse({ type: 'Damaged' });
    const [whole, end, closed] = found;
    at += whole.length;
    if (end === '/') depth -= 1;
    else elements += 1;
    if (end === '' && closed === '') depth += 1;
    if (depth < 0) refuse({ type: 'Damaged' });
    if (elements > limits.elements) refuse({ type: 'TooComplex', limit: limits.elements });
    if (depth > limits.depth) refuse({ type: 'TooDeep', limit: limits.depth });
  }
}

/** Entities that a document declares for itself can be made to grow without end. */
export function refuseEntities(text: string): void {
  if (/<!ENTITY\b/i.test(text)) refuse({ type: 'DeclaresEntities' });
}
