/**
 * For whom something new is written in a room of the core team. Whoever is in the core team writes for
 * it. Whoever is not cannot: they choose, for all to see, between themselves and everyone here; it is
 * for them alone until they widen it, and nothing waits for a key that never comes.
 */
import type { Audience } from '@alongside/vault';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Radio, RadioGroup } from './Choices.tsx';
import { useOutsideCore, useTogether } from './together.ts';
import { WhoCanRead } from './WhoCanRead.tsx';
import { useWorkspace } from './workspace.tsx';

export interface ReadersOfNew {
  readonly audience: Audience;
  /** The sentence, or the choice. */
  readonly readers: ReactNode;
}

export function useReadersOfNew(): ReadersOfNew {
  const { coreTeam, onlyMe } = useWorkspace();
  const isOutside = useOutsideCore();
  const isGuest = useTogether()?.now.role === 'guest';
  const [widened, setWidened] = useState(false);
  if (!isOutside) return { audience: coreTeam, readers: <WhoCanRead audience={coreTeam} /> };
  if (isGuest) return { audience: onlyMe, readers: <WhoCanRead audience={onlyMe} /> };
  return {
    audience: widened ? 'everyone' : onlyMe,
    readers: (
      <RadioGroup
        label={<Trans>Who can read what you write here?</Trans>}
        hint={
          <Trans>You are not in the core team, so it cannot be written for the core team.</Trans>
        }
        value={widened ? 'everyone' : 'onlyMe'}
        onChange={(chosen) => setWidened(chosen === 'everyone')}
      >
        <Radio value="onlyMe" note={<Trans>Nobody else sees it, the core team neither.</Trans>}>
          <Trans>only me</Trans>
        </Radio>
        <Radio
          value="everyone"
          note={<Trans>The core team, and every other person in this workspace.</Trans>}
        >
          <Trans>everyone here</Trans>
        </Radio>
      </RadioGroup>
    ),
  };
}
