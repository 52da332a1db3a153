/** Somebody has opened a way back for a person who lost every device: I may be the second who is needed. */
import { Trans } from '@lingui/react/macro';
import { LinkButton } from '../../../ui/Link.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useNames, useTogether } from '../../../ui/together.ts';

export function WaysOpen() {
  const here = useTogether();
  const nameOf = useNames();
  const people = [...new Set(here?.now.waysBack.map(({ member }) => member))];
  return people.map((member) => {
    const name = nameOf(member);
    return (
      <Notice
        key={member}
        kind="care"
        announced
        actions={
          <LinkButton to={`/people/back/${member}`}>
            <Trans>Help them come back</Trans>
          </LinkButton>
        }
      >
        <p>
          <Trans>
            A way back is open for <bdi>{name}</bdi>. Have they told you themselves that their
            devices are gone?
          </Trans>
        </p>
      </Notice>
    );
  });
}
