/** How safe the work is, in words. The frame shows it on every page; rooms need it only in a form. */
import { Plural, Trans } from '@lingui/react/macro';
import { useSafety } from './workspace.tsx';

export function SaveState() {
  const safety = useSafety();
  switch (safety.type) {
    case 'NothingKept':
      return <Trans>Nothing is kept yet</Trans>;
    case 'Saving':
      return <Plural value={safety.waiting} one="Saving one change" other="Saving # changes" />;
    case 'SavedHere':
      if (safety.waiting?.because === 'removed') return <Trans>Saved on this device only</Trans>;
      return safety.waiting ? (
        <Trans>Saved here; not on the server yet</Trans>
      ) : (
        <Trans>Saved here</Trans>
      );
    case 'SavedOnServer':
      return <Trans>Saved on the server</Trans>;
    case 'ReadOnly':
      return <Trans>You can read; new writing is not kept</Trans>;
  }
}
