/** Our own server on loopback, in this process, over a folder that goes with it. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isCannotOpen, openSqliteStore, serve } from '@alongside/relay';

/** The application as it was built. */
export const built = join(import.meta.dirname, '../../web/dist');

export interface OneServer {
  /** With a slash at its end, such as `http://localhost:41234/`. */
  readonly address: string;
  /** Good for a hundred workspaces on it, as text. */
  readonly voucher: string;
  stop(): Promise<void>;
}

/** Serves the application from that folder; without one, streams alone. */
export async function startServer(files: string | null): Promise<OneServer> {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-served-'));
  const store = openSqliteStore(folder, {
    now: Date.now,
    onFatal: (reason) => {
      throw new Error(reason);
    },
  });
  if (isCannotOpen(store)) throw new Error(`no place for streams: ${store.type}`);
  const voucher = randomBytes(32);
  const hash = createHash('sha256').update(voucher).digest();
  await store.addVoucher({ hash, streams: 100, quota: { bytes: 1 << 28, children: 1000 } });
  const served = await serve(files, 0, { store });
  if ('type' in served) throw new Error(`cannot serve: ${served.type}`);
  return {
    address: served.address,
    voucher: voucher.toString('base64url'),
    async stop() {
      await served.stop();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
