/** One fact of an ask: its name, and the words that people wrote; empty shows as unknown. */
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ownWords } from '../../../ui/OwnWords.tsx';

export function Fact({ name, words }: { readonly name: ReactNode; readonly words: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd {...ownWords(words)}>
        {words === '' ? (
          <em className="unknown">
            <Trans>unknown</Trans>
          </em>
        ) : (
          words
        )}
      </dd>
    </div>
  );
}
