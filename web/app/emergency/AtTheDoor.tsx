/** They are at the door. Not legal advice; the first line is to call the lawyer. */
import { Trans } from '@lingui/react/macro';
import { TextLink } from '../../ui/Link.tsx';
import { useSession } from '../session/context.tsx';

export function AtTheDoor() {
  const isOpen = useSession().type === 'Open';
  return (
    <>
      <p>
        <strong>
          <Trans>Lock first, then speak. One tap on Lock drops the keys in every tab.</Trans>
        </strong>
      </p>
      <ol>
        <li>
          <Trans>Lock Alongside, then lock the phone itself.</Trans>
        </li>
        <li>
          <Trans>
            Call the lawyer. Say: “I want to speak with our lawyer before anything else.”
          </Trans>
        </li>
        <li>
          <Trans>
            Ask to see the paper. Whose name, which address, which rooms, signed by a judge? Read it
            aloud to the lawyer.
          </Trans>
        </li>
        <li>
          <Trans>
            Whether you must open a device is a question for the lawyer, not for the doorway. Do not
            lie, and do not resist.
          </Trans>
        </li>
        <li>
          <strong>
            <Trans>
              Delete nothing now. If papers have been served, erasing can be a crime. Stop and call
              the lawyer first.
            </Trans>
          </strong>
        </li>
        {isOpen && (
          <li className="screen-only">
            <TextLink to="/people/keep-everything">
              <Trans>Keep everything: then nothing is erased until two stewards end it</Trans>
            </TextLink>
          </li>
        )}
        <li>
          <Trans>Write down, on paper: the time, the names, what they took, who was there.</Trans>
        </li>
      </ol>
      <p className="quiet">
        <Trans>
          This page is not legal advice. Ask your lawyer to read it with you while all is well.
        </Trans>
      </p>
    </>
  );
}
