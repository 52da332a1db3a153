/** How sure we can be that everyone sees the same: who confirmed it, and when. */
import type { TogetherState } from '@alongside/vault/kept';
import { Plural, Trans } from '@lingui/react/macro';
import { PutOnServer } from '../../ui/PutOnServer.tsx';
import { useSayWhen } from '../../ui/when.ts';

export function Standing({ now }: { readonly now: TogetherState }) {
  const sayWhen = useSayWhen();
  const { server, confirmed } = now;
  if (server.type === 'NoServer')
    return (
      <p className="quiet">
        <Trans>This workspace is on this device only.</Trans> <PutOnServer as="text" />
      </p>
    );
  if (confirmed.at === null || confirmed.by === 0)
    return (
      <p className="quiet">
        <Trans>Nobody else has confirmed yet that they see the same as you.</Trans>
      </p>
    );
  const when = sayWhen(confirmed.at);
  return (
    <p className="quiet">
      <Plural
        value={confirmed.by}
        one={`One other device confirmed that it sees the same as you, ${when}.`}
        other={`# other devices confirmed that they see the same as you, ${when}.`}
      />
    </p>
  );
}
