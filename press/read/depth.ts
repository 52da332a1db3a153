/**
 * How deep the elements of HTML or XML stand inside one another, and how many there are: told from
 * the tags alone, in one pass, before anything builds a tree of them.
 */
import { refuse } from './broken.ts';
import { limits } from './limits.ts';

/** Elements of HTML that need no end tag, or have none. */
const open =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|option|optgroup|tr|td|th|thead|tbody|tfoot|colgroup|html|head|body|rp|rt)$/;

export function refuseDeep(text: string, kind: 'html' | 'xml'): void {
  let depth = 0;
  let elements = 0;
  for (const tag of text.matchAll(
    /<(\/?)([a-z][a-z0-9:._-]{0,40})(?:"[^"]*"|'[^']*'|[^<>"'])*?(\/?)>/gi,
  )) {
    const [, end, name = '', closed] = tag;
    if (end === '') elements += 1;
    if (elements > limits.elements) refuse({ type: 'TooComplex', limit: limits.elements });
    if (closed === '/' && kind === 'xml') continue;
    if (kind === 'html' && open.test(name.toLowerCase())) continue;
    if (end === '/') depth = Math.max(0, depth - 1);
    else depth += 1;
    if (depth > limits.depth) refuse({ type: 'TooDeep', limit: limits.depth });
  }
}

/** Entities that a document declares for itself can be made to grow without end. */
export function refuseEntities(text: string): void {
  if (/<!ENTITY\b/i.test(text)) refuse({ type: 'DeclaresEntities' });
}
