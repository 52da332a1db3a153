/** A phone was lost or taken: what to do, in order, from any other device that is still in. */
import { Trans } from '@lingui/react/macro';
import { LinkButton } from '../../ui/Link.tsx';
import { useSession } from '../session/context.tsx';

export function Lost() {
  const isOpen = useSession().type === 'Open';
  return (
    <>
      <p>
        <Trans>
          If it was locked, what was kept on it stays sealed: nobody opens it without the six words.
          If it was open or only covered, count everything on it as read.
        </Trans>
      </p>
      {isOpen && (
        <p className="screen-only">
          <LinkButton to="/people/end" kind="filled">
            <Trans>Tick the devices and end them</Trans>
          </LinkButton>
        </p>
      )}
      <ol>
        <li>
          <Trans>Call the lawyer if it was taken rather than lost.</Trans>
        </li>
        <li>
          <Trans>
            A steward opens Alongside on a device that is still here, goes to “People here” and then
            “End what someone can read”, and ticks every phone that is gone. One change ends them
            all, with new keys.
          </Trans>
        </li>
        <li>
          <Trans>
            If it may have been open: warn the people who were named in it, by another way than that
            phone. Those asked to stand somewhere soon come first.
          </Trans>
        </li>
        <li>
          <Trans>
            Whoever lost it comes back on another device: by the twelve words of a recovery kit,
            through two people they chose to trust or a steward, or by a backup.
          </Trans>
        </li>
        <li>
          <Trans>
            Were the six words, a recovery kit or a backup with the phone? Make new ones. What an
            old backup holds can still be read with what opened it; that cannot be taken back.
          </Trans>
        </li>
      </ol>
    </>
  );
}
