/**
 * The page of a room that holds nothing yet: one sentence, one action, one example, and always what
 * not to write here.
 */
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Page } from './Page.tsx';
import './EmptyPage.css';

export interface EmptyPageProps {
  readonly title: ReactNode;
  readonly readers?: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** What one looks like, in a sentence. */
  readonly example?: ReactNode;
}

export function EmptyPage({ title, readers, children, action, example }: EmptyPageProps) {
  return (
    <Page title={title} readers={readers} action={action}>
      {children}
      {example && (
        <figure className="example">
          <figcaption className="quiet">
            <Trans>For example</Trans>
          </figcaption>
          <div>{example}</div>
        </figure>
      )}
      <NotHere />
    </Page>
  );
}

/** What must not be written down, said wherever writing begins. */
export function NotHere() {
  return (
    <p className="not-here quiet">
      <Trans>
        Do not write here: anyone’s immigration status or health, names of witnesses, plans that
        risk arrest.
      </Trans>
    </p>
  );
}
