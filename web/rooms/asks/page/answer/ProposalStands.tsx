/** What a proposal still waits for, in words. */
import type { ProposalState } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { useSayDay } from '../../../../ui/days.ts';
import { OwnWords } from '../../../../ui/OwnWords.tsx';
import type { PeopleHere } from '../../../../ui/people-here.ts';

export function ProposalStands({
  state,
  isMine,
  people,
}: {
  readonly state: ProposalState;
  readonly isMine: boolean;
  readonly people: PeopleHere;
}) {
  const sayDay = useSayDay();
  switch (state.type) {
    case 'NeedsSecond':
      return (
        <p className="quiet">
          {isMine ? (
            <Trans>It waits for someone else to agree. You cannot second your own proposal.</Trans>
          ) : (
            <Trans>It waits for one of us to agree.</Trans>
          )}
        </p>
      );
    case 'Open': {
      const until = state.until ? sayDay(state.until) : '';
      return (
        <p className="quiet">
          <Trans>It is our answer unless somebody objects by the end of {until}.</Trans>
        </p>
      );
    }
    case 'NobodyObjected':
      return (
        <p>
          <Trans>Nobody objected.</Trans>
        </p>
      );
    case 'Objected':
      return (
        <>
          {state.objections.map(({ id, member, why }) => {
            const person = <OwnWords>{people.nameOf(member)}</OwnWords>;
            const because = <OwnWords>{why}</OwnWords>;
            return (
              <p key={id}>
                <Trans>
                  {person} objects: {because}
                </Trans>
              </p>
            );
          })}
          <p className="quiet">
            <Trans>
              Talk with them. They can take it back, or somebody proposes something else.
            </Trans>
          </p>
        </>
      );
    case 'Agreed':
    case 'TakenBack':
      return null;
  }
}
