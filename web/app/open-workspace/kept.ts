/** The kept workspace behind the vault's worker. */
import type { Keeper } from './keeper.ts';

export const keeper: Keeper = {
  isKept: async () => false,
  keep: async () => ({ type: 'DidNotStart' }),
  unlock: async () => ({ type: 'DidNotStart' }),
  erase: async () => {},
};
