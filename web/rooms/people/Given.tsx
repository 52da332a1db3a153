/**
 * Whoever came in was given what stood here before by one person. How many others have found it right
 * since; said above the list until that is enough, and below it from then on.
 */
import type { TogetherState } from '@alongside/vault/kept';
import { Plural, Trans } from '@lingui/react/macro';
import { Notice } from '../../ui/Notice.tsx';
import { Name } from './Name.tsx';

export function NotYetConfirmed({ now: { given } }: { readonly now: TogetherState }) {
  if (!given || given.have >= given.need) return null;
  return (
    <Notice>
      <p>
        {given.have === 0 ? (
          <Trans>
            What you were given when you came in was put together by <Name of={given.by} />. Nobody
            else has confirmed yet that it is right. The devices of those who were here before do
            that by themselves, a few minutes after they are next open.
          </Trans>
        ) : (
          <Trans>
            One other person has confirmed that what you were given when you came in is right. With
            one more it is settled.
          </Trans>
        )}
      </p>
    </Notice>
  );
}

export function Confirmed({ now: { given } }: { readonly now: TogetherState }) {
  if (!given || given.have < given.need) return null;
  return (
    <p className="quiet">
      {given.need === 0 ? (
        <Trans>
          What you were given when you came in was put together by <Name of={given.by} />; nobody
          else was here who could confirm it.
        </Trans>
      ) : (
        <Plural
          value={given.have}
          one="One other person has confirmed that what you were given when you came in is right: that is settled."
          other="# other people have confirmed that what you were given when you came in is right: that is settled."
        />
      )}
    </p>
  );
}
