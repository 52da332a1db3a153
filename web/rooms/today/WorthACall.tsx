/** The partner whom somebody should ring, with the one reason. */
import { Trans } from '@lingui/react/macro';
import { CallReasonWords } from '../../ui/CallReasonWords.tsx';
import { LinkButton } from '../../ui/Link.tsx';
import { OwnWords } from '../../ui/OwnWords.tsx';
import type { CallToMake } from '../../ui/partners.ts';

interface One {
  readonly call: CallToMake;
  readonly isFirst: boolean;
}

export function WorthACall({ call, isFirst }: One) {
  return (
    <>
      <h2 className="waiting-name">
        <OwnWords>{call.name}</OwnWords>
      </h2>
      <p>
        <CallReasonWords reason={call.reason} />
      </p>
      <p className="quiet">
        <Trans>Worth a call</Trans>
      </p>
      <div className="row">
        <LinkButton to={`/partners/${call.partner}`} kind={isFirst ? 'filled' : 'plain'}>
          <Trans>Open their page</Trans>
        </LinkButton>
      </div>
    </>
  );
}
