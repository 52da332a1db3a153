/**
 * The question before a lock that would lose what could not be saved. A backup is not the way out of
 * it: one holds only what the storage took.
 */
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useGo } from '../../ui/where.ts';
import { useMoves } from '../session/context.tsx';

export default function LockAnyway({ notSaved }: { readonly notSaved: number }) {
  const { lock, stayOpen } = useMoves();
  const go = useGo();
  const takeAlong = () => {
    stayOpen();
    go('/settings/export');
  };
  return (
    <Dialog
      role="alertdialog"
      title={
        <Plural value={notSaved} one="One change is not saved." other="# changes are not saved." />
      }
      isOpen
      onClose={stayOpen}
      actions={
        <>
          <Button kind="filled" autoFocus onPress={takeAlong}>
            <Trans>Take everything with you</Trans>
          </Button>
          <Button kind="grave" onPress={() => void lock('anyway')}>
            <Trans>Lock anyway</Trans>
          </Button>
        </>
      }
    >
      <p>
        <Trans>
          The storage does not take them, so locking loses them. Make room and try again, or take
          everything with you as a file first.
        </Trans>
      </p>
    </Dialog>
  );
}
