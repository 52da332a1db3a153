/** A phone was lost or taken. */
import { Trans } from '@lingui/react/macro';

export function Lost() {
  return (
    <>
      <p>
        <Trans>
          If it was locked, what was kept on it stays sealed: nobody opens it without the six words.
          If it was open or only covered, count everything on it as read.
        </Trans>
      </p>
      <ol>
        <li>
          <Trans>Call the lawyer if it was taken rather than lost.</Trans>
        </li>
        <li>
          <Trans>
            Were the six words with the phone? Then count it as open. Words cannot be changed from
            afar.
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
            On another device, open Alongside and choose “I have a backup, or twelve words on
            paper”. A backup brings everything back as it was that day.
          </Trans>
        </li>
        <li>
          <Trans>
            Then make a new recovery kit and a new backup, so that the old ones are of no use.
          </Trans>
        </li>
      </ol>
      <p className="quiet">
        <Trans>
          This version works on one device. Removing a lost phone from the others comes with the
          next release.
        </Trans>
      </p>
    </>
  );
}
