/** A relay in a process of its own, which a test can kill: `node relay-process.ts <folder> <port>`. */
import { isCannotOpen, openSqliteStore, serve } from '@alongside/relay';

const [folder = '', port = '0'] = process.argv.slice(2);
const store = openSqliteStore(folder, {
  now: () => Date.now(),
  onFatal: () => process.exit(1),
});
if (isCannotOpen(store)) throw new Error(store.type);
const served = await serve(null, Number(port), { store });
if ('type' in served) throw new Error(served.type);
process.stdout.write(`${served.address}\n`);
