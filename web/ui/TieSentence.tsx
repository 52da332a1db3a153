/** A tie of the map as a sentence. */
import type { Tie } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { OwnWords } from './OwnWords.tsx';

/** A tie whose two ends are there. */
export interface DrawnTie {
  readonly tie: Tie;
  /** What its ends are called. */
  readonly from: string;
  readonly to: string;
}

export function TieSentence({ tie, from, to }: DrawnTie) {
  const first = <OwnWords>{from}</OwnWords>;
  const second = <OwnWords>{to}</OwnWords>;
  switch (tie.kind) {
    case 'reaches':
      return (
        <Trans>
          {second}: reached by {first}
        </Trans>
      );
    case 'done-by':
      return (
        <Trans>
          {first}: done by {second}
        </Trans>
      );
    case 'works-on':
      return (
        <Trans>
          {first}: at work on {second}
        </Trans>
      );
    case 'shares':
      return (
        <Trans>
          {first} and {second}: something shared
        </Trans>
      );
    default:
      return (
        <Trans>
          {first}, together with {second}
        </Trans>
      );
  }
}
