import { describe, expect, it } from 'vitest';
import { integrityOf } from './hashes.ts';
import { headersFor } from './policy.ts';

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
});
