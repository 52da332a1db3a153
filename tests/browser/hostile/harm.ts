/** What hostile words could have done to a page, and whether they did. */
import type { Page } from '@playwright/test';

export interface Listening {
  /** Scripts that ran, dialogs and windows that opened, errors that nobody caught. */
  heard(): readonly string[];
}

/** Listens from before its first address on: `ran()` of the payloads, dialogs and new windows. */
export async function listenFor(page: Page): Promise<Listening> {
  const heard: string[] = [];
  await page.exposeFunction('ran', () => void heard.push('script ran'));
  await page.addInitScript(() => {
    for (const name of ['alert', 'confirm', 'prompt', 'print']) {
      Reflect.set(window, name, () => void Reflect.apply(Reflect.get(window, 'ran'), window, []));
    }
  });
  page.on('dialog', async (dialog) => {
    heard.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('popup', (opened) => heard.push(`window: ${opened.url()}`));
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  return { heard: () => heard };
}

/**
 * Elements and attributes that only a payload would have made; and what there is not exactly `once` any
 * more, so that the page is no page.
 */
export function foreignParts(
  page: Page,
  once: readonly string[] = ['h1', 'main', 'title', 'head', 'body'],
): Promise<readonly string[]> {
  return page.evaluate((alone) => {
    const found: string[] = [];
    const own = `${location.origin}/`;
    const never = [
      'iframe,frame,object,embed,applet,base,marquee,math,audio,video,source',
      'template:not(:empty),noscript:not(body>noscript),body script:not([src]),plaintext,xmp,isindex,keygen,foreignObject,animate,set,mglyph,x',
      'meta[http-equiv=refresh],[srcdoc],[formaction],[action],[contenteditable],[ping],[xlink\\:href]',
    ].join(',');
    for (const element of document.querySelectorAll(never))
      found.push(element.outerHTML.slice(0, 99));
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) found.push(`${element.localName} ${name}`);
        if (name === 'style' && /url\(|expression|binding/i.test(value)) found.push(value);
        if (!['href', 'src', 'data', 'poster', 'srcset', 'background'].includes(name)) continue;
        const leads = URL.parse(value, location.href);
        if (leads === null) continue;
        const isOurs = `${leads.origin}/` === own || leads.protocol === 'tel:';
        if (!isOurs) found.push(`${element.localName} ${name}=${value}`);
        if (leads.protocol === 'tel:' && !/^tel:[\d+]*$/.test(value)) found.push(value);
      }
    }
    for (const one of alone) {
      const count = document.querySelectorAll(one).length;
      if (count !== 1) found.push(`${count} of ${one}`);
    }
    if (Reflect.has({}, 'ran')) found.push('a prototype was written on');
    return found;
  }, once);
}

/**
 * Texts with signs that turn directions which are not set apart from the sentence around them: such a sign
 * works to the end of its paragraph, unless an element isolates it.
 */
export function notSetApart(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const turns = /[\u202A-\u202E\u2066-\u2069]/;
    const isolates = /isolate|plaintext/;
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = (node as Text).data;
      const parent = node.parentElement;
      if (!turns.test(words) || !parent || parent.closest('script,style')) continue;
      let around: Element | null = parent;
      while (around && !isolates.test(getComputedStyle(around).unicodeBidi)) {
        // A block is a paragraph of its own, and holds these words alone.
        if (getComputedStyle(around).display !== 'inline') break;
        around = around.parentElement;
      }
      const alone = around?.textContent?.trim() === words.trim();
      const isolated = around !== null && isolates.test(getComputedStyle(around).unicodeBidi);
      if (!isolated && !alone)
        found.push(`${parent.localName}.${parent.className}: ${words.slice(0, 40)}`);
    }
    return found;
  });
}

/**
 * Sentences in which the words of ours before and after a person's words do not stand before and
 * after them any more, in the direction of the sentence.
 */
export function turnedAround(
  page: Page,
): Promise<{ readonly looked: number; readonly turned: readonly string[] }> {
  return page.evaluate(() => {
    const turned: string[] = [];
    let looked = 0;
    const boxOf = (node: Node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()];
      return boxes.length === 1 ? boxes[0] : undefined;
    };
    for (const name of document.querySelectorAll('bdi')) {
      const box = boxOf(name);
      const parent = name.parentElement;
      if (!box || box.width < 2 || !parent) continue;
      const rightToLeft = getComputedStyle(parent).direction === 'rtl';
      for (const [at, node] of [
        [-1, name.previousSibling],
        [1, name.nextSibling],
      ] as const) {
        if (!(node instanceof Text) || node.data.trim() === '') continue;
        const other = boxOf(node);
        if (!other || Math.abs(other.top - box.top) > box.height / 2) continue;
        looked += 1;
        const side = (other.left + other.right - box.left - box.right) * (rightToLeft ? -1 : 1);
        if (Math.sign(side) !== at) turned.push(parent.textContent?.slice(0, 80) ?? '');
      }
    }
    return { looked, turned };
  });
}
