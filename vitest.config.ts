import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Unit, property and real-store tests. Browser tests are Playwright's: see playwright.config.ts. */
export default defineConfig({
  test: {
    include: ['{practice,vault,relay,press,web,cli,tools,bench,tests}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 30_000,
    // Left to itself it keeps one core free, which on a machine of two is half of it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
