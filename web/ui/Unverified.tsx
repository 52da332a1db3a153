/** Beside an ask, wherever it stands: nobody here has checked who sent it. Nothing where it came another way. */
import { isUnverified } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { useArrival } from './arrivals.ts';
import './Unverified.css';

export function Unverified({ ask }: { readonly ask: string }) {
  if (!isUnverified(useArrival(ask))) return null;
  return (
    <span className="unverified">
      <Trans>Unverified: came by our public page</Trans>
    </span>
  );
}
