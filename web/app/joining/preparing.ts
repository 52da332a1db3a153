/**
 * While somebody who joins reads and types, what comes next is loaded: first the lists that six words are
 * drawn from, then the vault's worker. Nothing is kept, and nobody is told, before they act.
 */
import { useEffect } from 'react';
import { loadList, type WordsLanguage } from '../keeping/word-lists.ts';
import { useMoves } from '../session/context.tsx';

/** Where a workspace is open already nothing is prepared. */
export function usePreparing(language: WordsLanguage, wanted: boolean): void {
  const { prepareToJoin } = useMoves();
  useEffect(() => {
    if (!wanted) return;
    // A connection that broke is no loss: what is needed is loaded again when it is needed.
    void loadList(language)
      .then(prepareToJoin)
      .catch(() => {});
  }, [language, wanted, prepareToJoin]);
}
