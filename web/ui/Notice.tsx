/** A few words that stand out from the page without shouting: what to know, what needs care, what went wrong. */
import type { ReactNode } from 'react';
import './Notice.css';

export interface NoticeProps {
  /** `calm` to know, `care` for attention, `grave` for harm or loss, `kept` for what was kept or won. */
  readonly kind?: 'calm' | 'care' | 'grave' | 'kept';
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** Read aloud when it appears. */
  readonly announced?: boolean;
}

export function Notice({ kind = 'calm', children, actions, announced = false }: NoticeProps) {
  return (
    <div className="notice" data-kind={kind} {...(announced && { role: 'alert' })}>
      <div className="stack">{children}</div>
      {actions && <div className="row">{actions}</div>}
    </div>
  );
}
