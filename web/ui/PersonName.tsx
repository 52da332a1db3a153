/** What a person here is called, set apart from our words; "you" for whoever reads. */
import { Trans } from '@lingui/react/macro';
import { OwnWords } from './OwnWords.tsx';
import { usePeopleHere } from './people-here.ts';

export function PersonName({ of }: { readonly of: string }) {
  const { me, nameOf } = usePeopleHere();
  return of === me ? <Trans>you</Trans> : <OwnWords>{nameOf(of)}</OwnWords>;
}
