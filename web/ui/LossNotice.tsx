/**
 * What Today begins with until a second person holds keys: that everything hangs on this device, and
 * the way to keep it from being lost. Shows nothing in a workspace where nothing is kept.
 */
import { Trans } from '@lingui/react/macro';
import { LinkButton } from './Link.tsx';
import { Notice } from './Notice.tsx';
import { useTogether } from './together.ts';

export function LossNotice() {
  const here = useTogether();
  if (!here) return null;
  if (here.now.people.filter(({ active }) => active).length > 1) return null;
  return (
    <Notice
      kind="care"
      actions={
        <>
          <LinkButton to="/people/invite">
            <Trans>Let a second person in</Trans>
          </LinkButton>
          <LinkButton to="/settings/recovery" kind="quiet">
            <Trans>Write down a recovery kit</Trans>
          </LinkButton>
        </>
      }
    >
      <p>
        <Trans>If this phone is lost, everything is lost. Let a second person in.</Trans>
      </p>
    </Notice>
  );
}
