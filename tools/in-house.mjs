// Runs a program of ours with the Node that the project pins, whatever Node started us.
import { spawn } from 'node:child_process';
import { ensureInstalled, nodeBinary, root } from './house.mjs';

ensureInstalled();
const child = spawn(nodeBinary(), process.argv.slice(2), { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
