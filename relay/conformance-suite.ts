/** The protocol's own suite against a started relay in the open profile, for each form of store. */
import { runConformanceTests } from '@durable-streams/server-conformance-tests';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { exclusions } from './conformance-exclusions.ts';
import { type Started, startRelay } from './conversation.ts';

const longPollMilliseconds = 1_500;

/** Registers the suite for one form. `database` gives where the streams are kept; without it: a folder. */
export function conformsOn(form: string, database?: () => string): void {
  const config = { baseUrl: '', longPollTimeoutMs: longPollMilliseconds };
  const met = new Set<string>();
  let relay: Started | undefined;

  beforeAll(async () => {
    const limits = { longPollMilliseconds };
    relay = await startRelay({
      access: 'open',
      limits,
      ...(database && { database: database() }),
    });
    config.baseUrl = relay.address;
  });
  afterAll(() => relay?.stop());

  describe(`conformance on ${form}`, () => {
    beforeEach(({ task, skip }) => {
      const names: string[] = [];
      for (let suite = task.suite; suite?.name; suite = suite.suite) names.unshift(suite.name);
      const name = [...names.slice(1), task.name].join(' > ');
      for (const { feature, reason, names: excluded } of exclusions) {
        if (!excluded.test(name)) continue;
        met.add(feature);
        skip(`${feature}: ${reason}`);
      }
    });

    runConformanceTests(config);
  });

  test('every exclusion leaves something out', () => {
    expect(exclusions.map(({ feature }) => feature).filter((feature) => !met.has(feature))).toEqual(
      [],
    );
  });
}
