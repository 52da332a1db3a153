/** What every store must do. Each store's test file calls `keepsTheStoreContract` with its own maker. */
import { afterEach } from 'vitest';
import { keepsChildren } from './contract/children.ts';
import { setsDamageAside } from './contract/damage.ts';
import { makesStreams } from './contract/making.ts';
import { managesStreams } from './contract/managing.ts';
import { tellsNews } from './contract/news.ts';
import { appendsAndReads } from './contract/reading.ts';
import { swapsTokens } from './contract/swapping.ts';
import { keepsTime } from './contract/time.ts';
import { began, type Trial } from './contract/trial.ts';
import type { Store } from './store.ts';

/** One store under test, over a place of its own that is empty at first. */
export interface Tried {
  readonly store: Store;
  /** Closes the store and opens another over the same place. */
  reopen(): Promise<Store>;
  /** Changes one byte of a kept block behind the store's back, in a store that is opened after. */
  damage(id: string, block: number): Promise<Store>;
  /** Closes the store and clears the place away. */
  end(): Promise<void>;
}

/** The clock that a store under test is given; it moves when a test moves it. */
export interface Clock {
  now: number;
}

/** Registers the tests of the contract for one form of store. */
export function keepsTheStoreContract(form: string, make: (clock: Clock) => Promise<Tried>): void {
  let tried: Tried | undefined;
  const clock: Clock = { now: began };
  const opened = () => {
    if (!tried) throw new Error('no store is open');
    return tried;
  };
  const trial: Trial = {
    form,
    clock,
    async open() {
      clock.now = began;
      tried = await make(clock);
      return tried.store;
    },
    reopened: () => opened().reopen(),
    damaged: (id, block) => opened().damage(id, block),
  };
  afterEach(async () => {
    await tried?.end();
    tried = undefined;
  });
  makesStreams(trial);
  keepsChildren(trial);
  appendsAndReads(trial);
  swapsTokens(trial);
  managesStreams(trial);
  keepsTime(trial);
  tellsNews(trial);
  setsDamageAside(trial);
}
