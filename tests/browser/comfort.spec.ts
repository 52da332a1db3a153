/**
 * Feature 35, what axe cannot tell: nothing moves by itself, whatever the Tab key reaches shows that it
 * was reached and is not covered, forced colors leave what matters visible, and what happens is said.
 */

import type { Page } from '@playwright/test';
import { openPages } from './filled/pages.ts';
import { ids } from './filled/planted.ts';
import { openFilled } from './filled/workspace.ts';
import { goWithin } from './going.ts';
import { expect, test } from './harness.ts';

const patience = 300_000;
const phone = { width: 360, height: 740 };

/** Once each pattern, where it holds most. */
const pages = [...new Map(openPages).values()];

/** What moves now, or would move at the next change. */
function moving(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = document.getAnimations().map(() => 'an animation runs');
    for (const element of document.querySelectorAll('*')) {
      const style = getComputedStyle(element);
      const place = `${element.localName}.${element.className}`;
      if (/[1-9]/.test(style.transitionDuration)) found.push(`${place} has a transition`);
      if (style.animationName !== 'none') found.push(`${place} has an animation`);
      if (style.scrollBehavior === 'smooth') found.push(`${place} scrolls smoothly`);
    }
    return [...found, ...(Reflect.get(window, 'smooth') as string[])];
  });
}

/** Notes each scroll that a script asks to be smooth. */
async function noteSmoothScrolls(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const smooth: string[] = [];
    Reflect.set(window, 'smooth', smooth);
    for (const [owner, names] of [
      [Element.prototype, ['scrollIntoView', 'scrollTo', 'scrollBy', 'scroll']],
      [window, ['scrollTo', 'scrollBy', 'scroll']],
    ] as const)
      for (const name of names) {
        const plain = Reflect.get(owner, name) as (...given: unknown[]) => unknown;
        Reflect.set(owner, name, function (this: unknown, ...given: unknown[]) {
          if (JSON.stringify(given).includes('smooth')) smooth.push(`${name} asks to be smooth`);
          return Reflect.apply(plain, this, given);
        });
      }
  });
}

/**
 * What is wrong with how focus shows on the page: each place that Tab stops at is focused in turn, after
 * one real press of the key, so that browser and widgets know that a keyboard is used.
 */
async function focusFaults(page: Page, where: string): Promise<string[]> {
  await page.keyboard.press('Tab');
  const { wrong, places } = await page.evaluate(() => {
    const wrong: string[] = [];
    const over = document.querySelector('[role=dialog]') ?? document;
    const all = over.querySelectorAll<HTMLElement>(
      'a[href], button, input, textarea, summary, [tabindex="0"]',
    );
    const stops = [...all].filter(
      (each) =>
        each.tabIndex >= 0 &&
        !each.matches(':disabled, [inert] *, [aria-hidden=true] *') &&
        each.checkVisibility({ visibilityProperty: true }),
    );
    for (const stop of stops) {
      stop.focus();
      if (document.activeElement !== stop) continue;
      const name = `${stop.localName}.${stop.className} ${stop.textContent?.slice(0, 30)}`;
      // What is drawn by its label has the ring on the label.
      const ring = [stop, stop.closest('label')].find((each) => {
        if (!each) return false;
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
        const isDrawn = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        return isDrawn && !/, 0\)$|transparent/.test(outlineColor);
      });
      if (!ring) {
        wrong.push(`${name} shows no ring`);
        continue;
      }
      const { left, right, top, bottom } = ring.getBoundingClientRect();
      const isMet = [0.1, 0.5, 0.9].some((part) => {
        const [x, y] = [left + (right - left) * part, top + (bottom - top) * part];
        const met = document.elementFromPoint(x, y);
        return met !== null && (ring.contains(met) || met.contains(ring));
      });
      if (!isMet) wrong.push(`${name} is covered, or out of sight`);
    }
    return { wrong, places: stops.length };
  });
  if (places < 4) wrong.push(`only ${places} places are reached`);
  return wrong.map((what) => `${where}: ${what}`);
}

test.describe('with reduced motion, on a phone', () => {
  test.use({ locale: 'en-US', viewport: phone, contextOptions: { reducedMotion: 'reduce' } });

  test('nothing on any page moves or scrolls smoothly, and Tab shows where it is', async ({
    page,
  }) => {
    test.setTimeout(patience);
    await noteSmoothScrolls(page);
    await openFilled(page, 'en');
    const wrong: string[] = [];
    for (const path of pages) {
      await goWithin(page, path);
      wrong.push(...(await moving(page)).map((what) => `${path}: ${what}`));
      wrong.push(...(await focusFaults(page, path)));
    }
    await goWithin(page, `/asks/${ids.ask}?part=contribution`);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('Qzx');
    wrong.push(...(await moving(page)).map((what) => `search: ${what}`));
    wrong.push(...(await focusFaults(page, 'search')));
    expect(wrong).toEqual([]);
  });
});

test('Tab alone comes by everything on a page that can be used, and goes out at its end', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.goto('/look-around');
  await page.getByRole('heading', { level: 1, name: /waiting for our answer/ }).waitFor();
  const stops = await page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>('a[href], button, textarea');
    const shown = [...all].filter((each) => each.checkVisibility());
    for (const [at, each] of shown.entries()) each.dataset.stop = String(at);
    return shown.length;
  });
  expect(stops).toBeGreaterThan(12);
  const met = new Set<string>();
  for (let presses = 0; presses < stops + 3; presses++) {
    await page.keyboard.press('Tab');
    met.add(
      await page.evaluate(() =>
        document.activeElement instanceof HTMLElement
          ? (document.activeElement.dataset.stop ?? '')
          : '',
      ),
    );
  }
  met.delete('');
  expect(met.size).toBe(stops);
});

test.describe('with forced colors, on a desk', () => {
  test.use({
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    contextOptions: { forcedColors: 'active' },
  });

  test('what is chosen, where one is and what lies over the page can be told without our colors', async ({
    page,
  }) => {
    test.setTimeout(patience);
    await openFilled(page, 'en');
    const styleOf = (selector: string, property: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

    await goWithin(page, '/asks');
    const under = 'border-block-end-color';
    expect(await styleOf('.tab[data-selected]', under)).not.toBe(
      await styleOf('.tab:not([data-selected])', under),
    );
    const before = 'border-inline-start-color';
    expect(await styleOf('.side .place[aria-current]', before)).not.toBe(
      await styleOf('.side .place:not([aria-current])', before),
    );
    await goWithin(page, `/asks/${ids.ask}`);
    expect(await styleOf('.choice[data-selected] .mark', 'background-color')).not.toBe(
      await styleOf('.choice:not([data-selected]) .mark', 'background-color'),
    );
    const list = page.locator('.select-button:visible').first();
    await list.focus();
    await page.keyboard.press('Enter');
    await page.locator('.menu-item[data-focused]').waitFor();
    expect(await styleOf('.menu-item[data-focused]', 'outline-style')).toBe('solid');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await styleOf('.dialog-place', 'border-block-start-style')).toBe('solid');
    await page.keyboard.press('Escape');
    for (const path of ['/settings', '/stories/import', `/asks/${ids.ask}`]) {
      await goWithin(page, path);
      expect(await focusFaults(page, path)).toEqual([]);
    }
  });
});

test.describe('what happens is said aloud', () => {
  test.use({ locale: 'en-US', viewport: phone });

  /**
   * What a screen reader would say: words that change within a live region that was there before, and
   * alerts that appear.
   */
  async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
    await page.evaluate(() => {
      const said: string[] = [];
      Reflect.set(window, 'said', said);
      const live = '[role=status], [role=alert], [aria-live]:not([aria-live=off])';
      let there = new Set(document.querySelectorAll(live));
      new MutationObserver((changes) => {
        for (const { target, addedNodes } of changes) {
          const element = target instanceof Element ? target : target.parentElement;
          const region = element?.closest(live);
          if (region && there.has(region)) said.push(region.textContent ?? '');
          for (const node of addedNodes)
            if (node instanceof Element)
              for (const alert of [node, ...node.querySelectorAll('*')])
                if (alert.matches('[role=alert]')) said.push(alert.textContent ?? '');
        }
        there = new Set(document.querySelectorAll(live));
      }).observe(document, { childList: true, subtree: true, characterData: true });
    });
    return () => page.evaluate(() => Reflect.get(window, 'said') as string[]);
  }

  test('what search found, that it is saved, what can be undone, and what went wrong', async ({
    page,
  }) => {
    test.setTimeout(patience);
    const words = await openFilled(page, 'en');
    const said = await listen(page);
    const heard = (what: RegExp) =>
      expect.poll(async () => (await said()).filter((one) => what.test(one))).not.toEqual([]);

    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('Night Riders');
    await heard(/^\d+ found$|^One found$/);
    await page.getByRole('searchbox').fill('zyzzyva');
    await heard(/^Nothing here holds these words\.$/);
    await page.keyboard.press('Escape');

    await goWithin(page, '/notebook');
    await page.getByRole('button', { name: 'Why I do this' }).click();
    await page.getByRole('textbox').pressSequentially('Because.');
    await heard(/^Saving one change$/);
    await heard(/^Saved here$/);

    await goWithin(page, `/partners/${ids.partner}`);
    await page.getByText('They showed up for us').last().click();
    await page.getByRole('button', { name: 'Today', exact: true }).click();
    await heard(/^Written down\.\s*Undo\s*Close$/);

    await page.goto('/');
    await page.getByRole('textbox').waitFor();
    const saidAtTheLock = await listen(page);
    await page.getByRole('textbox').fill([...words.slice(1), 'abandon'].join(' '));
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await expect.poll(async () => (await saidAtTheLock()).join(' ')).toMatch(/words/);
  });

  test('a page says where one has come by moving to its title', async ({ page }) => {
    await page.goto('/look-around');
    await page.getByRole('heading', { level: 1, name: /waiting for our answer/ }).waitFor();
    for (const place of ['/asks', '/partners', '/stories']) {
      await page.locator(`nav a[href="${place}"]:visible`).click();
      await page.waitForURL((url) => url.pathname === place);
      await expect(page.locator('h1')).toBeFocused();
    }
  });
});

test('at twice the size of text, on a phone, a long word of a title is set whole', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.addInitScript(() =>
    localStorage.setItem('alongside.look', JSON.stringify({ text: 'largest' })),
  );
  await page.goto('/look-around');
  const title = page.getByRole('heading', { level: 1, name: /^Two organizations are waiting/ });
  await expect(title).toBeVisible({ timeout: 40_000 });
  const parted = await title.evaluate((heading) => {
    const words = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      for (const word of (node.textContent ?? '').matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) found.push(word[0]);
      }
    }
    return found;
  });
  expect(parted).toEqual([]);
});
