/** We were attacked. */
import { Trans } from '@lingui/react/macro';

export function Attacked() {
  return (
    <>
      <p>
        <Trans>People first. Nothing in Alongside needs you in the next hour.</Trans>
      </p>
      <ol>
        <li>
          <Trans>Is anyone hurt? Is everyone found? One person keeps that list, on paper.</Trans>
        </li>
        <li>
          <Trans>
            Agree on one person who answers the telephone and one who answers messages. The others
            rest or hold each other.
          </Trans>
        </li>
        <li>
          <Trans>
            Many will write and offer. Answer all of them the same way: “Thank you. You will hear
            from us by …”, with a day.
          </Trans>
        </li>
        <li>
          <Trans>
            Say what would help, once, in plain words: what, where, when. Send it to those who have
            stood with you before.
          </Trans>
        </li>
        <li>
          <Trans>
            Keep messages, pictures and letters as they came. They may be needed. Do not write the
            names of witnesses here.
          </Trans>
        </li>
        <li>
          <Trans>What you promised to others can wait. Tell them so in one line.</Trans>
        </li>
      </ol>
      <p className="quiet">
        <Trans>
          In Asks, “Many at once” answers all of them in one action. “Quiet”, on Today, stops every
          reminder until a day. An ask sent as a link comes with a later release.
        </Trans>
      </p>
    </>
  );
}
