/**
 * The name of the workspace, above every page of one that has a name: where several rest in one browser,
 * whoever writes must see who will read it.
 */
import { Trans } from '@lingui/react/macro';
import { TextLink } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { OwnWords } from '../../ui/OwnWords.tsx';
import { useSpace } from '../house-records.ts';

export function WhichWorkspace() {
  const { name, isCoalition, isDoubtful } = useSpace();
  const called = <OwnWords>{name}</OwnWords>;
  if (isDoubtful)
    return (
      <Notice kind="care">
        <p>
          <Trans>
            Somebody who is no steward has changed what this workspace is called. Before you write,
            look at “People here”: is it the one that you mean? A steward can name it again.
          </Trans>
        </p>
        <p>
          <TextLink to="/settings/workspace">
            {name === '' ? <Trans>This workspace has no name yet.</Trans> : called}
          </TextLink>
        </p>
      </Notice>
    );
  if (name === '' && !isCoalition) return null;
  return (
    <p className="which-workspace screen-only" data-coalition={isCoalition || undefined}>
      <TextLink to="/settings/workspace">
        {isCoalition ? <Trans>Coalition workspace: {called}</Trans> : called}
      </TextLink>
    </p>
  );
}
