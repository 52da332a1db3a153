/** After sending: that it went, and who can read it. */
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';

export function Sent({ us, children }: { readonly us: string; readonly children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const them = <bdi>{us}</bdi>;
  return (
    <article className="page">
      <h1 ref={heading} tabIndex={-1}>
        <Trans>Your answer is sent.</Trans>
      </h1>
      <p>
        {us === '' ? (
          <Trans>Only those who asked can read it. You can close this page.</Trans>
        ) : (
          <Trans>Only {them} can read it. You can close this page.</Trans>
        )}
      </p>
      {children}
    </article>
  );
}
