/**
 * A network for tests: it can be cut, what goes over it can be changed, and nothing in it waits for
 * real time: a wait ends when the test's clock has passed it and the test looks.
 */
import type { Network } from '../sync/network.ts';

export interface TestNetwork extends Network {
  isCut: boolean;
  /** Stands between the device and the server; by default it changes nothing. */
  between: (request: Request, go: (request: Request) => Promise<Response>) => Promise<Response>;
  /** Every wait that was asked for, in milliseconds. */
  readonly waited: readonly number[];
  /** Ends every wait whose time has come. */
  pass(): void;
}

export function testNetwork(to: typeof fetch, clock: () => number): TestNetwork {
  const waiting = new Map<() => void, number>();
  const waited: number[] = [];
  const network: TestNetwork = {
    isCut: false,
    waited,
    between: (request, go) => go(request),
    isOnline: () => true,
    onBack: () => () => {},
    timeout: () => new AbortController().signal,
    async fetch(input, init) {
      if (network.isCut) throw new TypeError('Failed to fetch');
      const request = new Request(input, init);
      // The caller's own signal goes along: the one of a `Request` may be collected before it is heard.
      const more = init?.signal ? { signal: init.signal } : {};
      const answer = await network.between(request, (asked) => to(asked, more));
      if (network.isCut) throw new TypeError('Failed to fetch');
      return answer;
    },
    wait(milliseconds, signal) {
      waited.push(milliseconds);
      return new Promise((resolve) => {
        const done = () => {
          waiting.delete(done);
          signal.removeEventListener('abort', done);
          resolve();
        };
        if (signal.aborted) return done();
        waiting.set(done, clock() + milliseconds);
        signal.addEventListener('abort', done);
      });
    },
    pass() {
      for (const [done, at] of [...waiting]) if (at <= clock()) done();
    },
  };
  return network;
}
