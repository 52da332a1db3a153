/** The words that open a workspace: lists in three languages, folding, checking, choosing six. */
export * from './fold-words.ts';
export * from './lists.ts';
export * from './six-words.ts';
