/**
 * What tabs of one browser tell each other. One at a time may write to a place (a Web Lock: when a
 * tab dies in the middle, the browser gives the lock to the next at once); all hear when another has
 * written, locked or erased. No key passes: every script of the origin can listen. Each tab reads what
 * is stored, with keys that its own worker holds.
 */
import type { WaitingBecause } from '../workspace.ts';
import type { ServerState } from './people-types.ts';

export type TabMessage =
  | { readonly type: 'written' }
  /** The tab that follows the server says how that is; another asks, or asks it to hurry. */
  | {
      readonly type: 'server';
      readonly server: ServerState;
      readonly because: WaitingBecause;
    }
  | { readonly type: 'server please' }
  | { readonly type: 'try now' }
  | { readonly type: 'locked' }
  | { readonly type: 'erased' };

export interface Tabs {
  /** Runs the work while no other tab works on this place. */
  exclusively<T>(place: string, work: () => Promise<T>): Promise<T>;
  /**
   * Runs the work in one tab at a time until its signal says to end, and in the next tab after it.
   * Gives the way to end it, or to stop waiting for it.
   */
  lead(place: string, work: (signal: AbortSignal) => Promise<void>): () => void;
  /** Says that this tab has the place open, until the returned function is called. */
  hold(place: string): () => void;
  isOpen(place: string): Promise<boolean>;
  /** Joins the talk about a place; a tab does not hear itself. */
  talk(place: string, hear: (message: TabMessage) => void): TabTalk;
}

export interface TabTalk {
  say(message: TabMessage): void;
  close(): void;
}

/** Through the browser's Web Locks and BroadcastChannel; Node 26 has both, within one process. */
export function createBrowserTabs(): Tabs {
  return {
    exclusively: (place, work) =>
      navigator.locks.request(`alongside/write/${place}`, work) as Promise<
        Awaited<ReturnType<typeof work>>
      >,
    lead(place, work) {
      const stop = new AbortController();
      const name = `alongside/lead/${place}`;
      void navigator.locks
        .request(name, { signal: stop.signal }, () => work(stop.signal))
        .catch((error: unknown) => {
          if (!stop.signal.aborted) throw error;
        });
      return () => stop.abort();
    },
    hold(place) {
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      void navigator.locks.request(`alongside/open/${place}`, { mode: 'shared' }, () => held);
      return release;
    },
    async isOpen(place) {
      const { held } = await navigator.locks.query();
      return (held ?? []).some(({ name }) => name === `alongside/open/${place}`);
    },
    talk(place, hear) {
      const channel = new BroadcastChannel(`alongside/${place}`);
      channel.onmessage = ({ data }: MessageEvent<TabMessage>) => hear(data);
      return {
        say: (message) => channel.postMessage(message),
        close: () => channel.close(),
      };
    },
  };
}

/** Tabs within one thread: for Node, where one process has a folder to itself, and for tests. */
export function createLocalTabs(): Tabs {
  const queues = new Map<string, Promise<unknown>>();
  const leading = new Map<string, Promise<void>>();
  const open = new Map<string, number>();
  const talks = new Map<string, Set<(message: TabMessage) => void>>();
  return {
    async exclusively(place, work) {
      const before = queues.get(place) ?? Promise.resolve();
      const mine = before.then(work, work);
      queues.set(
        place,
        mine.catch(() => {}),
      );
      return mine;
    },
    lead(place, work) {
      const stop = new AbortController();
      const before = leading.get(place) ?? Promise.resolve();
      const mine = before.then(() => (stop.signal.aborted ? undefined : work(stop.signal)));
      leading.set(
        place,
        mine.catch(() => {}),
      );
      return () => stop.abort();
    },
    hold(place) {
      open.set(place, (open.get(place) ?? 0) + 1);
      let released = false;
      return () => {
        if (!released) open.set(place, (open.get(place) ?? 1) - 1);
        released = true;
      };
    },
    isOpen: async (place) => (open.get(place) ?? 0) > 0,
    talk(place, hear) {
      const heard = talks.get(place) ?? new Set();
      talks.set(place, heard.add(hear));
      return {
        say: (message) => {
          for (const other of heard)
            if (other !== hear) queueMicrotask(() => heard.has(other) && other(message));
        },
        close: () => void heard.delete(hear),
      };
    },
  };
}
