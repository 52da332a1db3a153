/**
 * What people read when something was refused: what happened, what was kept, what to do. One sentence
 * or two for each type of refusal; never what the program said.
 */

import type { SafetyState } from '@alongside/vault';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

type ReadOnlyBecause = Extract<SafetyState, { type: 'ReadOnly' }>['because'];

/** Why new writing is no longer kept. */
export function readOnlySentence(because: ReadOnlyBecause): ReactNode {
  switch (because) {
    case 'storage-full':
      return (
        <Trans>
          This device is full. Everything saved so far is safe; new writing is not kept. Make room
          on the device, then open Alongside again.
        </Trans>
      );
    case 'storage-lost':
      return (
        <Trans>
          The browser no longer gives us its storage. What you see is still here in this tab; new
          writing is not kept. Make a backup before you close it.
        </Trans>
      );
    case 'newer-version':
      return (
        <Trans>
          This workspace was written by a newer version. You can read everything; to write, update
          Alongside on this device.
        </Trans>
      );
  }
}
