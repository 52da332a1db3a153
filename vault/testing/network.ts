/**
 * A network for tests: it can be cut, what goes over it can be changed, and nothing in it waits for
 * real time: waits end when they are told to.
 */
import type { Network } from '../sync/network.ts';

export interface TestNetwork extends Network {
  isCut: boolean;
  /** Stands between the device and the server; by default it changes nothing. */
  between: (request: Request, go: (request: Request) => Promise<Response>) => Promise<Response>;
  /** Ends every wait that goes on now. */
  pass(): void;
  /** Waits that were asked for, in milliseconds. */
  readonly waited: number[];
}

export function testNetwork(to: typeof fetch): TestNetwork {
  const waiting = new Set<() => void>();
  const network: TestNetwork = {
    isCut: false,
    between: (request, go) => go(request),
    waited: [],
    isOnline: () => true,
    onBack: () => () => {},
    timeout: () => new AbortController().signal,
    async fetch(input, init) {
      if (network.isCut) throw new TypeError('Failed to fetch');
      const request = new Request(input, init);
      const answer = await network.between(request, (asked) => to(asked));
      if (network.isCut) throw new TypeError('Failed to fetch');
      return answer;
    },
    wait(milliseconds, signal) {
      network.waited.push(milliseconds);
      return new Promise((resolve) => {
        const done = () => {
          waiting.delete(done);
          signal.removeEventListener('abort', done);
          resolve();
        };
        if (signal.aborted) return done();
        waiting.add(done);
        signal.addEventListener('abort', done);
      });
    },
    pass() {
      for (const done of [...waiting]) done();
    },
  };
  return network;
}
