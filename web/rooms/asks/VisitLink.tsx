/**
 * The link of a page for people with nothing installed: to copy, and as a code to hold up. Where the browser
 * refuses to copy, the code and the link open, to be taken by hand.
 */
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { useUndo } from '../../ui/Undo.tsx';
import { WordsWithLink } from './WordsWithLink.tsx';

export const visitLink = (fragment: string) => `${window.location.origin}/visit.html#${fragment}`;

export function VisitLink({
  fragment,
  code,
  beside,
  children,
}: {
  readonly fragment: string;
  /** What the code opens. */
  readonly code: string;
  /** Further buttons beside the one that copies. */
  readonly beside?: ReactNode;
  /** What is to be known of the link, between the buttons and the code. */
  readonly children?: ReactNode;
}) {
  const say = useUndo();
  const [isRefused, setRefused] = useState(false);
  const link = visitLink(fragment);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      say(t`The link is copied.`);
    } catch {
      setRefused(true);
    }
  };
  return (
    <>
      <div className="row">
        <Button kind="filled" onPress={() => void copy()}>
          <Trans>Copy the link</Trans>
        </Button>
        {beside}
      </div>
      {children}
      <WordsWithLink link={link} />
      <Disclosure summary={<Trans>As a code to hold up</Trans>} open={isRefused}>
        <QrCode says={link} label={code} />
        <p>
          <bdi className="invite-link" dir="ltr">
            {link}
          </bdi>
        </p>
      </Disclosure>
    </>
  );
}
