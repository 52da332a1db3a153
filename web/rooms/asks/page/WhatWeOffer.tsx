/** What we wrote once about ourselves, beside the question whether we can make a difference. */
import { Trans } from '@lingui/react/macro';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { ownWords } from '../../../ui/OwnWords.tsx';
import { useOurselves } from '../../../ui/single.ts';

export function WhatWeOffer() {
  const { purpose, offer } = useOurselves();
  if (purpose === '' && offer === '') return null;
  return (
    <Disclosure summary={<Trans>What we are for, and what we can offer</Trans>}>
      {purpose !== '' && (
        <p className="ask-message" {...ownWords(purpose)}>
          {purpose}
        </p>
      )}
      {offer !== '' && (
        <p className="ask-message" {...ownWords(offer)}>
          {offer}
        </p>
      )}
    </Disclosure>
  );
}
