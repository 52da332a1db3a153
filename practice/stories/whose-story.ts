/**
 * What follows from whose story it is. Published by others: read it and talk about it, and send
 * people to where it was published. Ours: the narrators' consent comes before publishing. Not sure:
 * as if it were others', until somebody knows.
 */
import type { Whose } from './tables.ts';

export interface WhatFollows {
  readonly canRead: true;
  readonly canDiscuss: true;
  readonly canPrintForDiscussion: true;
  readonly canPublish:
    | { readonly type: 'NotOursToPublish' }
    | { readonly type: 'AskWhoseFirst' }
    | { readonly type: 'AfterConsent' };
}

/** What may be done with a story, by whose it is. Publishing is never simply allowed. */
export function whatFollows(whose: Whose): WhatFollows {
  return {
    canRead: true,
    canDiscuss: true,
    canPrintForDiscussion: true,
    canPublish: {
      type:
        whose === 'others'
          ? 'NotOursToPublish'
          : whose === 'ours'
            ? 'AfterConsent'
            : 'AskWhoseFirst',
    },
  };
}
