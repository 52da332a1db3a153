/**
 * Choosing and ticking as a person does it: by the words beside the mark. The input itself is hidden,
 * and a press forced on it lands wherever the page has moved to, for example when its font comes.
 */
import type { Locator } from '@playwright/test';

/** Chooses or ticks; nothing happens where it is chosen already. */
export function check(input: Locator): Promise<void> {
  return wordsOf(input).check();
}

export function uncheck(input: Locator): Promise<void> {
  return wordsOf(input).uncheck();
}

function wordsOf(input: Locator): Locator {
  return input.locator('xpath=ancestor::label[1]');
}
