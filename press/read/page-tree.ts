/**
 * The tree of a page. How deep it stands and how many elements it has is counted while it grows, not
 * told from the text beforehand: what tags mean depends on comments, quotes and repairs that only the
 * parser knows, and a few tags left open can stand for millions of elements.
 */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { refuse, Unreadable } from './broken.ts';
import { limits } from './limits.ts';

export interface Node {
  readonly type: string;
  readonly tagName?: string;
  readonly value?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly Node[];
}

/** The tree of a page. What its parser cannot stand is damaged. */
export async function parsePage(html: string): Promise<Node> {
  const { parse, defaultTreeAdapter } = await import('parse5');
  let elements = 0;
  let depth = 0;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(name, space, attributes) {
      elements += 1;
      if (elements > limits.elements) refuse({ type: 'TooComplex', limit: limits.elements });
      return defaultTreeAdapter.createElement(name, space, attributes);
    },
    onItemPush() {
      depth += 1;
      if (depth > limits.depth) refuse({ type: 'TooDeep', limit: limits.depth });
    },
    onItemPop() {
      depth -= 1;
    },
  };
  try {
    return nodesOf(parse(html, { treeAdapter, scriptingEnabled: false }));
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    return refuse({ type: 'Damaged' });
  }
}

function nodesOf(document: DefaultTreeAdapterTypes.Document): Node {
  const root = { type: 'root', children: [] as Node[] };
  const stack: { from: DefaultTreeAdapterTypes.ParentNode; into: Node[] }[] = [
    { from: document, into: root.children },
  ];
  for (let next = stack.pop(); next; next = stack.pop()) {
    for (const node of next.from.childNodes) {
      if ('tagName' in node) {
        const children: Node[] = [];
        const properties = propertiesOf(node);
        next.into.push({ type: 'element', tagName: node.tagName, properties, children });
        stack.push({ from: node, into: children });
      } else if (node.nodeName === '#text' && 'value' in node) {
        next.into.push({ type: 'text', value: node.value });
      }
    }
  }
  return root;
}

/** The few attributes that say how something is read. */
function propertiesOf({ attrs }: DefaultTreeAdapterTypes.Element): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const { name, value } of attrs) {
    if (name === 'class') properties.className = value;
    else if (name === 'hidden') properties.hidden = value === '' || value === 'hidden';
    else if (/^(?:id|role|style|rel|lang|dir|start|value)$/.test(name)) properties[name] = value;
  }
  return properties;
}
