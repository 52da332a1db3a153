/**
 * Which campaigns of ours were opened to them as coalition workspaces, since when, and the way to open
 * one. Only to who has a part in our campaign; and not from within such a workspace.
 */
import { openedOf, type Partner } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { useAlsoWritten } from '../../../ui/also-written.ts';
import { useSayDay } from '../../../ui/days.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { only } from '../../../ui/only.ts';
import { useRecord } from '../../../ui/workspace.tsx';

export function OpenedToThem({ partner }: { readonly partner: Partner }) {
  const sayDay = useSayDay();
  const isCoalition = useRecord('space', only)?.isCoalition === true;
  const { id, part } = partner;
  const opened = openedOf([partner.opened, ...useAlsoWritten('partners', id, 'opened')]);
  return (
    <>
      {opened.map(({ campaign, on }) => {
        const name = <OwnWords>{campaign}</OwnWords>;
        const day = sayDay(on);
        return (
          <p key={`${on} ${campaign}`}>
            <Trans>
              {name} was opened to them as a coalition workspace: {day}.
            </Trans>
          </p>
        );
      })}
      {part !== null && !isCoalition && (
        <p>
          <TextLink to={`/partners/${id}/campaign`}>
            <Trans>Open this campaign to them</Trans>
          </TextLink>
        </p>
      )}
    </>
  );
}
