/** Known since, last honest conversation, when we were last in touch for its own sake; and if all we do is ask. */
import type { WhatItSays } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { useSayDay } from '../../../ui/days.ts';
import { Notice } from '../../../ui/Notice.tsx';

export function Says({ says }: { readonly says: WhatItSays }) {
  const sayDay = useSayDay();
  const { knownSince, lastHonest, lastForItself, onlyAsks } = says;
  const since = knownSince?.slice(0, 4);
  const honest = lastHonest && sayDay(lastHonest);
  const forItself = lastForItself && sayDay(lastForItself);
  return (
    <>
      {onlyAsks && (
        <Notice kind="care">
          <p>
            <Trans>For a year we have been in touch with them only to ask for something.</Trans>
          </p>
        </Notice>
      )}
      <p>
        {since && <Trans>Written down since {since}.</Trans>}{' '}
        {honest ? (
          <Trans>Last honest conversation: {honest}.</Trans>
        ) : (
          <Trans>Last honest conversation: not yet.</Trans>
        )}{' '}
        {forItself ? (
          <Trans>Last in touch without an ask or an event: {forItself}.</Trans>
        ) : (
          <Trans>Last in touch without an ask or an event: not yet.</Trans>
        )}
      </p>
    </>
  );
}
