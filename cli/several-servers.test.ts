/** `docs/several-servers` asks for what the command really takes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOptions } from './serving.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'several-servers');
const compose = readFileSync(join(folder, 'compose.yaml'), 'utf8');

test('the command in compose.yaml is one that the servers take', () => {
  const [verb = '', ...args] = /^ {2}command: (.+)$/m.exec(compose)?.[1]?.split(' ') ?? [];
  expect(verb).toBe('start');
  expect(readOptions(verb, args)).toMatchObject({
    port: 8420,
    data: '/data',
    database: 'postgres://alongside@database/alongside',
    serve: { host: '0.0.0.0', proxies: [/ipv4_address: (\S+)/.exec(compose)?.[1]] },
  });
});

test('every proxy that we describe keeps what a server counts of itself from whoever asks', () => {
  const pages = [join(folder, 'Caddyfile'), join(folder, '..', 'operating.md')];
  for (const page of pages) {
    const sites = readFileSync(page, 'utf8').matchAll(/^ *\S+ \{\n(.*\n)\s*reverse_proxy /gm);
    const before = [...sites].map(([, line]) => line?.trim());
    expect(before, page).toEqual(['respond /metrics 404']);
  }
});

test('the proxy leads to each server, on its port, and asks whether it is ready', () => {
  const servers = [...compose.matchAll(/^ {2}(\w+): \*server$/gm)].map(([, name]) => name);
  const proxy = readFileSync(join(folder, 'Caddyfile'), 'utf8');
  expect(servers).toHaveLength(3);
  expect(proxy).toContain(`reverse_proxy ${servers.map((name) => `${name}:8420`).join(' ')}`);
  expect(proxy).toContain('health_uri /ready');
});
