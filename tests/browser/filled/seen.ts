/** What stands on a page, as a reader meets it: words and the names of things, each with its place. */
import type { Page } from '@playwright/test';

export interface Seen {
  readonly words: string;
  /** `text`, or the attribute that holds it. */
  readonly in: string;
  /** The tag it stands in, with its class. */
  readonly at: string;
  /** Whether it is set apart from the writing direction around it, or stands in a text of its own. */
  readonly apart: boolean;
  /** The language it is marked as. */
  readonly lang: string;
}

/** All words that are shown or read aloud, on the page and in what lies over it. */
export function seenOn(page: Page): Promise<readonly Seen[]> {
  return page.evaluate(() => {
    const seen: Seen[] = [];
    const placeOf = (element: Element) =>
      `${element.localName}${element.className && `.${element.className}`}`;
    const isApart = (element: Element) =>
      element.closest('bdi, [dir]:not(html)') !== null && element.closest('[dir]') !== null;
    const langOf = (element: Element) => element.closest('[lang]')?.getAttribute('lang') ?? '';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
    for (let node = walker.currentNode as Node | null; node; node = walker.nextNode()) {
      if (node instanceof Text) {
        const element = node.parentElement;
        const words = node.data.trim();
        if (!element || words === '' || element.closest('script, style, noscript')) continue;
        if (!element.checkVisibility({ visibilityProperty: true })) continue;
        const [at, lang] = [placeOf(element), langOf(element)];
        seen.push({ words, in: 'text', at, lang, apart: isApart(element) });
      }
      if (!(node instanceof Element)) continue;
      for (const name of ['aria-label', 'aria-description', 'title', 'alt', 'placeholder']) {
        const words = node.getAttribute(name)?.trim();
        if (words)
          seen.push({ words, in: name, at: placeOf(node), lang: langOf(node), apart: true });
      }
      if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) {
        const words = /^(text|search|textarea)$/.test(node.type) ? node.value.trim() : '';
        const [at, lang] = [placeOf(node), langOf(node)];
        if (words) seen.push({ words, in: 'value', at, lang, apart: isApart(node) });
      }
    }
    const { title, documentElement } = document;
    seen.push({ words: title, in: 'title', at: 'head', lang: documentElement.lang, apart: true });
    return seen;
  });
}

/** What makes the page scroll sideways, innermost first; nothing where it does not. */
export function sideways(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < -0.5 || right > clientWidth + 0.5);
    });
    const names = wide.reverse().map(({ localName, className }) => `${localName}.${className}`);
    return [`${scrollWidth - clientWidth} px`, ...names.slice(0, 4)];
  });
}
