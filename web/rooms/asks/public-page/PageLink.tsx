/** The link of our public page: to copy, to hold up, to print and hang where people come by. */
import type { PublicPage } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { OwnWords, ownWords } from '../../../ui/OwnWords.tsx';
import { QrCode } from '../../../ui/QrCode.tsx';
import { VisitLink, visitLink } from '../VisitLink.tsx';
import './PageLink.css';

export function PageLink({
  page,
  children,
}: {
  readonly page: PublicPage;
  /** What else stands beside the link: one tap pauses the page. */
  readonly children: ReactNode;
}) {
  return (
    <VisitLink
      fragment={page.fragment}
      code={t`A code that opens our public page`}
      beside={
        <>
          {children}
          <Button kind="quiet" onPress={() => window.print()}>
            <Trans>Print the code</Trans>
          </Button>
        </>
      }
    />
  );
}

/** On paper: who we are, the code, and the link for whoever has no camera. */
export function PrintedPage({ page }: { readonly page: PublicPage }) {
  const us = <OwnWords>{page.us}</OwnWords>;
  const link = visitLink(page.fragment);
  return (
    <div className="print-only printed-page stack">
      <h2>
        <Trans>Ask {us} for support</Trans>
      </h2>
      {page.about !== '' && <p {...ownWords(page.about)}>{page.about}</p>}
      <QrCode says={link} label={t`A code that opens our public page`} />
      <p>
        <bdi dir="ltr">{link}</bdi>
      </p>
    </div>
  );
}
