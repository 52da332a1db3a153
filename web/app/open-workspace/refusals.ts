/** Why a kept workspace did not open, or was not kept: facts only. The sentences are in `words/`. */

export type OpenRefusal =
  | { readonly type: 'WrongWords' }
  /** Not one of the list, as typed. */
  | { readonly type: 'UnknownWord'; readonly word: string }
  | { readonly type: 'NotSixWords'; readonly typed: number }
  | { readonly type: 'StoreDamaged' }
  | { readonly type: 'NewerVersion' }
  | { readonly type: 'NothingKeptHere' }
  | { readonly type: 'StorageFull' }
  | { readonly type: 'StorageLost' }
  | { readonly type: 'OpenElsewhere' }
  | { readonly type: 'DidNotStart' };
