/** The first visit: what this is for, who can read it, and three doors. Under 60 words before the first. */
import { Trans } from '@lingui/react/macro';
import { LinkButton, TextLink } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { refusalSentence } from '../refusal-sentences.tsx';
import { useSession } from '../session/context.tsx';
import './Doors.css';

export function Doors() {
  const session = useSession();
  const refusal = session.type === 'Doors' ? session.refusal : undefined;
  return (
    <Page
      above={<strong className="wordmark">Alongside</strong>}
      title={<Trans>For communities that stand by each other.</Trans>}
    >
      <p className="doors-lead">
        <Trans>
          Answer a message that asks for your support, learn from other communities’ stories, keep
          what you promise. Only you, and the people you let in, can read what you write here. Not
          even the people who run the server.
        </Trans>
      </p>
      {refusal && (
        <Notice kind="care" announced>
          <p>{refusalSentence(refusal)}</p>
        </Notice>
      )}
      <ul className="doors">
        <li>
          <LinkButton to="/start" kind="filled" wide>
            <Trans>Start with something real</Trans>
          </LinkButton>
          <p className="quiet">
            <Trans>
              Paste a message that asks you for support. Nothing is kept until you choose to.
            </Trans>{' '}
            <TextLink to="/stories/import">
              <Trans>Or begin with a story</Trans>
            </TextLink>
          </p>
        </li>
        <li>
          <LinkButton to="/look-around" wide>
            <Trans>Look around</Trans>
          </LinkButton>
          <p className="quiet">
            <Trans>An example, with invented organizations.</Trans>
          </p>
        </li>
        <li>
          <LinkButton to="/join" wide>
            <Trans>I was invited</Trans>
          </LinkButton>
        </li>
      </ul>
      <p className="quiet">
        <TextLink to="/come-back">
          <Trans>I have a backup, or twelve words on paper</Trans>
        </TextLink>
        {' · '}
        <TextLink to="/if-something-happens">
          <Trans>If something happens</Trans>
        </TextLink>
      </p>
    </Page>
  );
}
