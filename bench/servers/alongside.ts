/**
 * Our relay over a folder: `node alongside.ts FOLDER [postgres]`. With SQLite in that folder, or over a
 * PostgreSQL of its own. By token, as people use it; only how often one may append is not bounded, since
 * that is what is measured.
 */
import { isCannotOpen, openStore, serve } from '@alongside/relay';
import { startCluster } from '../../relay/store/postgres/cluster.ts';
import { hosted } from './hosted.ts';
import { voucherHash } from './voucher.ts';

const [folder = '', kind] = process.argv.slice(2);
const cluster = kind === 'postgres' ? await startCluster() : undefined;
const place = cluster ? { database: await cluster.database() } : { folder };
const store = await openStore(place, {
  now: Date.now,
  onFatal: (reason) => {
    console.error(reason);
    process.exit(1);
  },
});
if (isCannotOpen(store)) throw new Error(store.type);
const quota = { bytes: 2 ** 30, children: 1000 };
await store.addVoucher({ hash: voucherHash, streams: 1000, quota });
const unbounded = { burst: 1e9, perSecond: 1e9 };
const served = await serve(null, 0, {
  store,
  limits: { appends: unbounded, childAppends: unbounded },
});
if ('type' in served) throw new Error(served.type);
hosted(served.address.replace(/\/$/, ''), async () => {
  await served.stop();
  await store.close();
  await cluster?.end();
});
