import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const data = mkdtempSync(join(tmpdir(), 'alongside-data-'));
afterAll(() => rmSync(data, { recursive: true }));

/** Runs the command as a person would, in the Node that runs this test. */
async function alongside(...args: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args]);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text) => (stdout += text));
  child.stderr.on('data', (text) => (stderr += text));
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}

test('alongside --help names every command', async () => {
  const { code, stdout } = await alongside('--help');
  expect(code).toBe(0);
  for (const verb of ['start', 'relay', 'story read', 'backup verify'])
    expect(stdout).toContain(verb);
});

test('alongside says what it can do when it does not know a command', async () => {
  const { code, stdout, stderr } = await alongside('strat');
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain('There is no command "strat"');
  expect(stderr).toContain('alongside start');
});

test.each([
  ['--port', 'eighty'],
  ['--port', '70000'],
  ['--port', '-1'],
])('alongside start refuses %s %s with a sentence', async (...args) => {
  const { code, stderr } = await alongside('start', '--data', data, ...args);
  expect(code).toBe(1);
  expect(stderr).toMatch(/A port is a number from 0 to 65535|start does not take that/);
});

test('alongside start refuses an option it does not have', async () => {
  const { code, stderr } = await alongside('start', '--prot', '80');
  expect(code).toBe(1);
  expect(stderr).toContain('start does not take that. alongside help start says');
});

test('alongside start says which port to try when the one asked for is taken', async () => {
  const other = createServer().listen(0, 'localhost');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const { code, stderr } = await alongside('start', '--data', data, '--port', String(port));
  other.close();
  expect(code).toBe(1);
  expect(stderr).toBe(`Port ${port} is taken by another program. Try --port ${port + 1}.\n`);
});

test('alongside start refuses a data folder that cannot be made', async () => {
  const { code, stderr } = await alongside('start', '--data', '/dev/null/data');
  expect(code).toBe(1);
  expect(stderr).toContain('Cannot use the folder /dev/null/data');
});
