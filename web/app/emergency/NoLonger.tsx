/** Someone should no longer read this. There is no field for a reason. */
import { Trans } from '@lingui/react/macro';

export function NoLonger() {
  return (
    <>
      <p>
        <Trans>
          In this version only this device holds the keys. Someone else can read what is here only
          with the six words and the device, with the recovery kit, or with a backup they can open.
        </Trans>
      </p>
      <ol>
        <li>
          <Trans>If they may know the six words: choose new ones, in Settings.</Trans>
        </li>
        <li>
          <Trans>
            If they may have seen the recovery kit: make a new one. The old one then opens nothing
            here.
          </Trans>
        </li>
        <li>
          <Trans>
            If they have a backup: they can read what it holds, up to the day it was made. That
            cannot be taken back.
          </Trans>
        </li>
        <li>
          <Trans>If they use this device: lock it when you leave it.</Trans>
        </li>
        <li>
          <Trans>
            Decide together whom to tell, and what is promised that they carried. No reason needs to
            be written down anywhere.
          </Trans>
        </li>
      </ol>
    </>
  );
}
