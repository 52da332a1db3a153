/**
 * A web page as blocks, as people read it: scripts, styles and hidden parts are no text, navigation
 * and footers are furniture. The tree is walked without recursion and nothing in it is fetched.
 */

import type { LeftOut } from '@alongside/practice';
import { BlockWriter, type Hints } from './block-writer.ts';
import { refuse } from './broken.ts';
import { refuseEntities } from './depth.ts';
import { type Node, parsePage } from './page-tree.ts';
import type { Source } from './source.ts';

/** Reads a page. Refuses what is cut off, nested too deep, or declares entities of its own. */
export async function readHtml(html: string): Promise<Source> {
  refuseEntities(html);
  refuseCut(html);
  return readTree(await parsePage(html), 'html');
}

/** A page that ends inside a tag or a comment, or before its body ends. */
function refuseCut(html: string): void {
  const tail = html.slice(-4_000);
  const cutTag = /<[a-z/!][^<>]*$/i.test(tail.slice(Math.max(0, tail.lastIndexOf('<'))));
  const cutComment = html.lastIndexOf('<!--') > html.lastIndexOf('-->');
  const head = html.slice(0, 4_000);
  const unended = /<html\b|<body\b/i.test(head) && !/<\/(?:html|body)\s*>/i.test(html);
  if (cutTag || cutComment || unended) refuse({ type: 'Truncated' });
}

const furniture = /^(?:nav|footer|form|menu|dialog|noscript)$/;
const furnitureRoles = /^(?:navigation|contentinfo|banner|search|complementary|menu|menubar)$/;
const unread: Readonly<Record<string, LeftOut['what']>> = {
  script: 'script',
  style: 'style',
  template: 'hidden',
  iframe: 'frame',
  object: 'frame',
  embed: 'frame',
  img: 'picture',
  svg: 'picture',
  canvas: 'picture',
  video: 'picture',
  audio: 'picture',
  picture: 'picture',
  map: 'picture',
  link: 'linked-file',
};
const blocks =
  /^(?:address|article|aside|blockquote|body|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|li|main|nav|ol|option|p|pre|section|select|summary|table|tbody|td|textarea|tfoot|th|thead|tr|ul|button|label|legend)$/;

/** A parsed page, whatever made it, as lines and blocks. */
export function readTree(root: Node, format: 'html' | 'docx'): Source {
  const writer = new BlockWriter();
  const left = new Map<LeftOut['what'], number>();
  const main = hasMain(root);
  let declared: { language?: string; direction?: 'ltr' | 'rtl' } = {};
  let tabTitle: string | undefined;
  const stack: { node: Node; hints: Hints; leaving?: boolean }[] = [
    { node: root, hints: main ? { furniture: true } : {} },
  ];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, hints, leaving } = next;
    const name = node.tagName ?? '';
    if (leaving) {
      writer.end();
      continue;
    }
    if (node.type === 'text') writer.text(node.value ?? '', hints);
    if (name === 'br') writer.lineBreak();
    if (name === 'html') declared = declaredBy(node, declared);
    if (name === 'title') {
      tabTitle ??= wordsIn(node);
      continue;
    }
    const skipped = unread[name];
    if (skipped && !(name === 'link' && !isLoaded(node)))
      left.set(skipped, (left.get(skipped) ?? 0) + 1);
    if (skipped) continue;
    if (isHidden(node)) {
      left.set('hidden', (left.get('hidden') ?? 0) + 1);
      continue;
    }
    const isBlock = blocks.test(name);
    const own = hintsOf(node, hints, format);
    if (isBlock) {
      writer.end();
      stack.push({ node, hints, leaving: true });
    }
    const children = node.children ?? [];
    const hinted =
      name === 'ol' ? numbered(node, own) : children.map((child) => ({ node: child, hints: own }));
    for (const child of hinted.reverse()) stack.push(child);
  }
  writer.end();
  const leftOut = [...left].map(([what, count]) => ({ what, count }));
  return {
    format,
    lines: writer.lines,
    blocks: writer.blocks,
    ...declared,
    ...(leftOut.length > 0 && { leftOut }),
    ...(tabTitle !== undefined && { tabTitle }),
  };
}

/** What stands in an element that holds text and nothing else; absent where that is blank. */
function wordsIn({ children = [] }: Node): string | undefined {
  const words = children.map(({ value = '' }) => value).join('');
  return /\S/.test(words) ? words : undefined;
}

function hasMain(root: Node): boolean {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.tagName === 'main' || node.tagName === 'article' || node.properties?.role === 'main')
      return true;
    for (const child of node.children ?? []) stack.push(child);
  }
  return false;
}

function hintsOf(node: Node, hints: Hints, format: 'html' | 'docx'): Hints {
  const name = node.tagName ?? '';
  const role = String(node.properties?.role ?? '');
  const classes = `${String(node.properties?.className ?? '')} ${String(node.properties?.id ?? '')}`;
  let next = hints;
  if (name === 'main' || name === 'article' || role === 'main')
    next = { ...next, furniture: false };
  if (
    format === 'html' &&
    (furniture.test(name) || furnitureRoles.test(role) || name === 'button')
  ) {
    next = { ...next, furniture: true, fixed: true };
  }
  if (
    /\b(?:skip-link|skip-to|breadcrumbs?|cookie|share|social|newsletter|sidebar|site-header|site-footer|masthead|copyright)/i.test(
      classes,
    ) &&
    format === 'html'
  ) {
    next = { ...next, furniture: true, fixed: true };
  }
  const heading = /^h([1-6])$/.exec(name);
  if (heading) next = { ...next, level: Number(heading[1]) };
  if (name === 'li')
    next = {
      ...next,
      item: next.ordinal === undefined ? {} : { ordinal: next.ordinal },
      fresh: {},
    };
  if (name === 'ul') next = { ...next, ordinal: undefined };
  if (name === 'blockquote' || name === 'q')
    next = { ...next, setApart: /pull/i.test(classes) ? 'aside' : 'quotation' };
  if (name === 'aside' || name === 'figure' || /\bpull-?quote\b/i.test(classes))
    next = { ...next, setApart: 'aside' };
  if (/^(?:strong|b|em-strong|th)$/.test(name)) next = { ...next, bold: true };
  return next;
}

function numbered(list: Node, hints: Hints): { node: Node; hints: Hints }[] {
  const start = Number(list.properties?.start ?? 1);
  let items = 0;
  return (list.children ?? []).map((child) => {
    if (child.tagName !== 'li') return { node: child, hints };
    const own = Number(child.properties?.value);
    const ordinal = Number.isFinite(own) ? own : start + items;
    items += 1;
    return { node: child, hints: { ...hints, ordinal } };
  });
}

function isHidden(node: Node): boolean {
  const { hidden, style } = node.properties ?? {};
  return hidden === true || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(style ?? ''));
}

function isLoaded(node: Node): boolean {
  return /stylesheet|preload|icon/.test(String(node.properties?.rel ?? ''));
}

function declaredBy(node: Node, known: { language?: string; direction?: 'ltr' | 'rtl' }) {
  const { lang, dir } = node.properties ?? {};
  return {
    ...known,
    ...(typeof lang === 'string' &&
      /^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.test(lang) && { language: lang }),
    ...((dir === 'rtl' || dir === 'ltr') && { direction: dir as 'ltr' | 'rtl' }),
  };
}
