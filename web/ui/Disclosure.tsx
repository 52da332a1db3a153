/** More words under one line ("How we know ▾"). Closed at first; printed open. */
import type { ReactNode } from 'react';
import './Disclosure.css';

export function Disclosure({
  summary,
  children,
  open = false,
}: {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
}) {
  return (
    <details className="disclosure" open={open}>
      <summary>{summary}</summary>
      <div className="stack">{children}</div>
    </details>
  );
}
