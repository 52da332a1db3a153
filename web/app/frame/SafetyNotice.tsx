/** When new writing can no longer be kept: what happened, what is kept, what to do. */
import { Trans } from '@lingui/react/macro';
import { LinkButton } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useSafety } from '../../ui/workspace.tsx';
import { readOnlySentence } from '../refusal-sentences.tsx';

export function SafetyNotice() {
  const safety = useSafety();
  if (safety.type !== 'ReadOnly') return null;
  return (
    <div className="safety-notice">
      <Notice
        kind="grave"
        announced
        actions={
          <LinkButton to="/settings/backup">
            <Trans>Make a backup now</Trans>
          </LinkButton>
        }
      >
        <p>{readOnlySentence(safety.because)}</p>
      </Notice>
    </div>
  );
}
