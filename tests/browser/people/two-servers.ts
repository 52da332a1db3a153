/**
 * Two servers on loopback: the first serves the application and allows the second, as whoever runs it has
 * built it; the second keeps streams alone.
 */
import { createHash, randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isCannotOpen, openSqliteStore, serve } from '@alongside/relay';

const dist = join(import.meta.dirname, '../../../web/dist');

export interface OneServer {
  /** With a slash at its end. */
  readonly address: string;
  readonly voucher: string;
  stop(): Promise<void>;
}

/** The second server, and a first one whose application may speak with it. */
export async function startTwo(): Promise<readonly [first: OneServer, second: OneServer]> {
  const second = await start(null);
  const built = mkdtempSync(join(tmpdir(), 'alongside-built-'));
  cpSync(dist, built, { recursive: true });
  // As `ALONGSIDE_SERVERS` has it written by the build, which is shown beside the build.
  for (const file of ['headers.json', 'sw.js']) {
    const text = readFileSync(join(built, file), 'utf8');
    const origin = new URL(second.address).origin;
    writeFileSync(
      join(built, file),
      text.replace("connect-src 'self'", `connect-src 'self' ${origin}`),
    );
  }
  const first = await start(built);
  const stop = async () => {
    await first.stop();
    rmSync(built, { recursive: true });
  };
  return [{ ...first, stop }, second];
}

async function start(files: string | null): Promise<OneServer> {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-moving-'));
  const store = openSqliteStore(folder, {
    now: Date.now,
    onFatal: (reason) => {
      throw new Error(reason);
    },
  });
  if (isCannotOpen(store)) throw new Error(`no place for streams: ${store.type}`);
  const voucher = randomBytes(32);
  const hash = createHash('sha256').update(voucher).digest();
  await store.addVoucher({ hash, streams: 10, quota: { bytes: 1 << 26, children: 100 } });
  const served = await serve(files, 0, { store });
  if ('type' in served) throw new Error(`cannot serve: ${served.type}`);
  return {
    address: served.address,
    voucher: voucher.toString('base64url'),
    async stop() {
      await served.stop();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
