#!/usr/bin/env node
// The command `alongside`, for any Node from 20: installs what is missing, builds the application
// where it is asked for and has changed, then hands over to the Node that the project pins.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, nodeBinary, root } from '../tools/house.mjs';

const words = process.argv.slice(2);
ensureInstalled();
if (words[0] === 'start' && !words.includes('--help') && !words.includes('-h')) {
  const built = spawnSync(nodeBinary(), [join(root, 'tools', 'build-web.ts')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
const child = spawn(nodeBinary(), [join(root, 'cli', 'main.ts'), ...words], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
