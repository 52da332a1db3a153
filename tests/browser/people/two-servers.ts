/**
 * Two servers on loopback: the first serves the application and allows the second, as whoever runs it has
 * built it; the second keeps streams alone.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built, type OneServer, startServer } from '../server-here.ts';

/** The second server, and a first one whose application may speak with it. */
export async function startTwo(): Promise<readonly [first: OneServer, second: OneServer]> {
  const second = await startServer(null);
  const allowing = mkdtempSync(join(tmpdir(), 'alongside-built-'));
  cpSync(built, allowing, { recursive: true });
  // As `ALONGSIDE_SERVERS` has it written by the build, which is shown beside the build.
  for (const file of ['headers.json', 'sw.js']) {
    const text = readFileSync(join(allowing, file), 'utf8');
    const origin = new URL(second.address).origin;
    writeFileSync(
      join(allowing, file),
      text.replace("connect-src 'self'", `connect-src 'self' ${origin}`),
    );
  }
  const first = await startServer(allowing);
  const stop = async () => {
    await first.stop();
    rmSync(allowing, { recursive: true });
  };
  return [{ ...first, stop }, second];
}
