/** The question before everything kept here is erased: what cannot be undone, and whom to call first. */
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

export interface EraseDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onErase: () => void;
  /** What goes, where the page behind has not said it. */
  readonly children?: ReactNode;
}

export function EraseDialog({ isOpen, onClose, onErase, children }: EraseDialogProps) {
  return (
    <Dialog
      role="alertdialog"
      title={<Trans>Erase all of it now?</Trans>}
      isOpen={isOpen}
      onClose={onClose}
      closing={false}
      actions={
        <>
          <Button kind="grave" onPress={onErase}>
            <Trans>Erase it all</Trans>
          </Button>
          <Button kind="plain" autoFocus onPress={onClose}>
            <Trans>Keep it</Trans>
          </Button>
        </>
      }
    >
      {children}
      <p>
        <Trans>
          This cannot be undone. If papers have been served, stop and call the lawyer first.
        </Trans>
      </p>
    </Dialog>
  );
}
