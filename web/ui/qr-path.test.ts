import { expect, test } from 'vitest';
import { mostInCode, qrPath } from './qr-path.ts';

test('a link becomes a path of squares; one that is longer than any code holds becomes none', () => {
  expect(qrPath('https://alongside.example/join#abc')?.path).toMatch(/^M4 4h1v1h-1z/);
  const long = `https://alongside.example/visit#${'é'.repeat(2000)}`;
  const most = (length: number) => 'a'.repeat(length);
  expect(qrPath(most(mostInCode))?.size).toBe(177 + 8);
  expect(qrPath(most(mostInCode + 1))).toBeNull();
  expect(qrPath(long)).toBeNull();
});
