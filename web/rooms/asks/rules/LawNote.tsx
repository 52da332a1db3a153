/** What the law allows a charity, in plain words: to know where to ask, and no advice. */
import { Trans } from '@lingui/react/macro';
import { Disclosure } from '../../../ui/Disclosure.tsx';

export function LawNote() {
  return (
    <Disclosure summary={<Trans>What the law allows a charity</Trans>}>
      <p>
        <Trans>
          In the United States a public charity may speak out on issues, teach, march, sign letters
          and join court briefs. It may ask for or against a law only within limits on time and
          money. It may never support or oppose a candidate for office, not even by a signature.
        </Trans>
      </p>
      <p>
        <Trans>
          Grants and contracts can forbid more than the law does. Other kinds of organizations and
          other countries have other limits. This is no legal advice: ask a lawyer once, and write
          below each rule what you were told.
        </Trans>
      </p>
    </Disclosure>
  );
}
