/** Beside what came by a link: nobody here has checked who sent it. */
import { isUnverified } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { useArrival } from './arrivals.ts';
import './Unverified.css';

/** Beside an ask, wherever it stands. Nothing where it came another way than by our public page. */
export function Unverified({ ask }: { readonly ask: string }) {
  if (!isUnverified(useArrival(ask))) return null;
  return (
    <span className="unverified">
      <Trans>Unverified: came by our public page</Trans>
    </span>
  );
}

/** Beside what an organization answered to an ask of ours by its link. */
export function UnverifiedAnswer() {
  return (
    <span className="unverified">
      <Trans>Unverified: came by our link</Trans>
    </span>
  );
}
