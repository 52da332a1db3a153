/** The lawyer's number on the four pages: from the open workspace, or as chosen for the lock screen. */
import { Trans } from '@lingui/react/macro';
import { useContext } from 'react';
import { WorkspaceContext } from '../../ui/workspace.tsx';
import { useLawyer } from '../house-records.ts';
import { shownLawyer } from './shown-lawyer.ts';

export function ShownLawyer() {
  return useContext(WorkspaceContext) ? <FromWorkspace /> : <Lawyer number={shownLawyer()} />;
}

function FromWorkspace() {
  return <Lawyer number={useLawyer()} />;
}

function Lawyer({ number }: { readonly number: string }) {
  return (
    <p className="lawyer">
      <Trans>Our lawyer</Trans>:{' '}
      {number === '' ? (
        <span className="blank-line">
          <span className="hidden-words">
            <Trans>not written down here</Trans>
          </span>
        </span>
      ) : (
        <a href={`tel:${number.replace(/[^\d+]/g, '')}`} dir="ltr">
          {number}
        </a>
      )}
    </p>
  );
}
