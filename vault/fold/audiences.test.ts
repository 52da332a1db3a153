import { expect, test } from 'vitest';
import { createAudiences } from './audiences.ts';

test('each audience comes back by its number', () => {
  const audiences = createAudiences();
  const core = audiences.codeOf({ circle: 'core' });
  expect(audiences.audienceOf(core)).toEqual({ circle: 'core' });
  expect(audiences.audienceOf(audiences.codeOf('everyone'))).toBe('everyone');
});

test('what has no audience that is known is never taken for everyone’s', () => {
  const audiences = createAudiences();
  audiences.codeOf({ circle: 'core' });
  for (const code of [2, -1, 0.5, undefined]) {
    expect(() => audiences.audienceOf(code)).toThrow('Must hold');
  }
});
