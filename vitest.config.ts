import { defineConfig } from 'vitest/config';

/** Unit, property and real-store tests. Browser tests are Playwright's: see playwright.config.ts. */
export default defineConfig({
  test: {
    include: ['{practice,vault,relay,press,web,cli,tools,bench,tests}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 30_000,
  },
});
