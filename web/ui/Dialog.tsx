/**
 * A question or a short task over the page. Escape and the button *Close* end it; focus goes back to
 * where it was. Ask only before what cannot be undone, and say what goes.
 */
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './Button.tsx';
import './Dialog.css';

export interface DialogProps {
  readonly title: ReactNode;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Shown at the end, the main one first. *Close* is added unless `closing` is false. */
  readonly actions?: ReactNode;
  readonly closing?: boolean;
  /** `alertdialog` for a question that must be answered. */
  readonly role?: 'dialog' | 'alertdialog';
}

export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, children, actions, closing = true, role = 'dialog' } = props;
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen={isOpen}
      isDismissable={role === 'dialog'}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="dialog-place">
        <AriaDialog className="dialog" role={role}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <div className="stack">{children}</div>
          <div className="row dialog-actions">
            {actions}
            {closing && (
              <Button kind="quiet" onPress={onClose}>
                <Trans>Close</Trans>
              </Button>
            )}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
