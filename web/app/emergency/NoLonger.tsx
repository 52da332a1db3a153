/** Someone should no longer read this. There is no field for a reason. */
import { Trans } from '@lingui/react/macro';
import { LinkButton } from '../../ui/Link.tsx';
import { useSession } from '../session/context.tsx';

export function NoLonger() {
  const isOpen = useSession().type === 'Open';
  return (
    <>
      <p>
        <Trans>
          What they could read stands under “People here”, with since when. From the moment it is
          ended they read nothing that is written; what they have read already, they have.
        </Trans>
      </p>
      {isOpen && (
        <p className="screen-only">
          <LinkButton to="/people/end" kind="filled">
            <Trans>End what someone can read</Trans>
          </LinkButton>
        </p>
      )}
      <ol>
        <li>
          <Trans>If papers have been served, stop and call the lawyer first.</Trans>
        </li>
        <li>
          <Trans>
            A steward ends the person, or only one of their devices, or takes them out of the core
            team. New keys are made in the same change.
          </Trans>
        </li>
        <li>
          <Trans>
            If they may know someone’s six words, or saw a recovery kit or a backup: make new ones.
            What an old backup holds cannot be taken back.
          </Trans>
        </li>
        <li>
          <Trans>
            Decide together whom to tell, and who carries the promises that they carried. No reason
            needs to be written down anywhere.
          </Trans>
        </li>
      </ol>
    </>
  );
}
