import { describe, expect, it } from 'vitest';
import { integrityOf } from './hashes.ts';
import { allowedServers, headersFor } from './policy.ts';

const importMap = '{"integrity":{}}';
const policy = headersFor(importMap)['Content-Security-Policy'] ?? '';
const directives = new Map(
  policy.split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ');
    return [name, sources] as const;
  }),
);

describe('headersFor', () => {
  it('allows scripts of the application itself and the one import map, nothing inline besides', () => {
    expect(directives.get('script-src')).toEqual([
      "'self'",
      "'wasm-unsafe-eval'",
      `'${integrityOf(importMap, 'sha256')}'`,
    ]);
  });

  it('names no other origin and no way around the policy', () => {
    expect(policy).not.toMatch(/https?:|\*|unsafe-inline|'unsafe-eval'|data:/);
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('connect-src')).toEqual(["'self'"]);
  });

  it('lets no string become code', () => {
    expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(directives.get('trusted-types')).toEqual([
      'alongside',
      'dompurify',
      'ProseMirrorClipboard',
    ]);
  });

  it('allows the servers that whoever builds it names, as connections and nothing else', () => {
    const servers = allowedServers(' https://new.example/alongside  http://127.0.0.1:8421 ');
    expect(servers).toEqual(['https://new.example', 'http://127.0.0.1:8421']);
    const more = headersFor(importMap, servers)['Content-Security-Policy'] ?? '';
    expect(more).toBe(
      policy.replace("connect-src 'self'", `connect-src 'self' ${servers.join(' ')}`),
    );
    expect(allowedServers(undefined)).toEqual([]);
  });

  it('allows no server that would be spoken to in the open, and no word of a policy', () => {
    for (const wrong of [
      'http://new.example',
      "'unsafe-inline'",
      '*',
      'wss://new.example',
      'new',
    ]) {
      expect(() => allowedServers(wrong)).toThrow('Not a server');
    }
  });
});
