/** Adding from anywhere: the things that are typed most, for the rooms that exist. */
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useGo } from '../../ui/where.ts';
import { rooms } from '../rooms.ts';

export default function QuickAdd({ onClose }: { readonly onClose: () => void }) {
  const go = useGo();
  const choices = [
    { room: 'asks', page: '/asks/new', name: t`An ask` },
    { room: 'partners', page: '/partners/contact', name: t`We were in touch with someone` },
    { room: 'asks', page: '/asks/promise', name: t`A promise` },
    { room: 'asks', page: '/asks/ours/new', name: t`An ask of ours, to others` },
    { room: 'stories', page: '/stories/import', name: t`A story` },
  ].filter(({ room, page }) => rooms.get(room)?.pages.some(({ path }) => path === page));
  return (
    <Dialog title={<Trans>What would you like to add?</Trans>} isOpen onClose={onClose}>
      <div className="quick-add">
        {choices.map(({ page, name }) => (
          <Button
            key={page}
            onPress={() => {
              onClose();
              go(page);
            }}
          >
            {name}
          </Button>
        ))}
      </div>
      {choices.length === 0 && (
        <p>
          <Trans>There is nothing to add here yet.</Trans>
        </p>
      )}
    </Dialog>
  );
}
