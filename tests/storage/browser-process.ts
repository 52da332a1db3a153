/** A Chromium of our own, with a profile on disk, that a test can kill like a power cut would. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';

export interface BrowserProcess {
  readonly page: Page;
  /** Ends as when a person closes it: what it wants to remember is written down first. */
  quit(): Promise<void>;
  /** kill -9 to the browser and all its processes. */
  kill(): Promise<void>;
}

/** A folder for a profile, removed afterwards. */
export async function withProfile(work: (profile: string) => Promise<void>): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'alongside-profile-'));
  try {
    await work(profile);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Starts it with that profile, at that address; `ready` says when the page is there. */
export async function startBrowser(
  profile: string,
  address: string,
  ready = async (page: Page): Promise<unknown> =>
    page.waitForFunction(() => window.page !== undefined),
): Promise<BrowserProcess> {
  await rm(join(profile, 'DevToolsActivePort'), { force: true });
  const child = spawn(
    process.env.CHROMIUM ?? '/usr/bin/chromium',
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--user-data-dir=${profile}`,
      '--remote-debugging-port=0',
      'about:blank',
    ],
    { detached: true, stdio: 'ignore' },
  );
  const port = await portOf(profile, child);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = browser.contexts()[0] ?? (await browser.newContext());
  const page = await context.newPage();
  await page.goto(address);
  await ready(page);
  return {
    page,
    async quit() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined);
      await ended;
      await browser.close().catch(() => undefined);
    },
    async kill() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await ended;
      await browser.close().catch(() => undefined);
    },
  };
}

async function portOf(profile: string, child: ChildProcess): Promise<string> {
  for (let tries = 0; tries < 300; tries++) {
    const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const [port] = text.split('\n');
    if (port) return port;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Chromium did not start');
}
