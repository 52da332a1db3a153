/** How the answers to one question spread: a picture, the sentence that says it, and every count in words. */
import type { Spread } from '@alongside/practice';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { ownWords } from '../../../ui/OwnWords.tsx';
import './OpenedSpread.css';

export function OpenedSpread<Step extends string>({
  spread,
  words,
}: {
  readonly spread: Spread<Step>;
  readonly words: Readonly<Record<Step, MessageDescriptor>>;
}) {
  const { _ } = useLingui();
  return (
    <div className="spread stack">
      <p>
        <Distance spread={spread} />
      </p>
      {spread.said > 0 && (
        <ol className="spread-steps">
          {spread.steps.map(({ step, count }) => (
            <li key={step} data-said={count > 0 || undefined}>
              <span className="spread-dots" aria-hidden="true">
                {'●'.repeat(count)}
              </span>
              <span>{_(words[step])}</span>
              {count > 0 && <span className="spread-count">{count}</span>}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Distance({ spread }: { readonly spread: Spread<string> }) {
  switch (spread.distance) {
    case 'nobody':
      return <Trans>Nobody has said anything about this.</Trans>;
    case 'alone':
      return <Trans>One of us has said something about this.</Trans>;
    case 'same':
      return <Trans>We agree.</Trans>;
    case 'near':
      return <Trans>We are close.</Trans>;
    case 'apart':
      return <Trans>We are apart. Who wants to speak first?</Trans>;
  }
}

/** What people wrote, without names. */
export function Written({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className="written-lines">
      {lines.map((line) => (
        <li key={line} {...ownWords(line)}>
          {line}
        </li>
      ))}
    </ul>
  );
}
