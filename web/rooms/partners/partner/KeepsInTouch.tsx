/** Which of us keeps in touch with them, and handing them on: offered by one, taken by the other. */
import { decline, offer, offeredTo, type Partner, setFields, take } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { useMembersHere } from '../../../ui/people-here.ts';
import { Select } from '../../../ui/Select.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';

export function KeepsInTouch({ partner }: { readonly partner: Partner }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const { others, isHere, nameOf } = useMembersHere();
  const { carriedBy } = partner;
  const { me } = workspace;
  const offered = offeredTo(partner, isHere);
  const change = (changes: ReturnType<typeof take>, said: string) => {
    const back = { carriedBy: partner.carriedBy, handedTo: partner.handedTo };
    workspace.commit(changes, workspace.coreTeam);
    offerUndo(said, () =>
      workspace.commit(setFields('partners', partner.id, back), workspace.coreTeam),
    );
  };
  const takeIt = () => change(take(partner.id, me), t`You keep in touch with them.`);
  const carrier = carriedBy && <bdi>{nameOf(carriedBy)}</bdi>;
  const next = offered && <bdi>{nameOf(offered)}</bdi>;
  return (
    <div className="stack">
      <p>
        {carriedBy === null ? (
          <Trans>Nobody in particular keeps in touch with them.</Trans>
        ) : carriedBy === me ? (
          <Trans>You keep in touch with them.</Trans>
        ) : isHere(carriedBy) ? (
          <Trans>{carrier} keeps in touch with them.</Trans>
        ) : (
          <Trans>{carrier} kept in touch with them, and is not here any more.</Trans>
        )}{' '}
        {offered && offered !== me && <Trans>Offered to {next}.</Trans>}
        {offered === me && <Trans>They are offered to you.</Trans>}
      </p>
      <div className="row">
        {carriedBy !== me && (
          <Button onPress={takeIt}>
            <Trans>I keep in touch with them</Trans>
          </Button>
        )}
        {offered !== null && (offered === me || carriedBy === me) && (
          <Button kind="quiet" onPress={() => change(decline(partner.id), t`The offer is ended.`)}>
            {offered === me ? <Trans>Not me</Trans> : <Trans>Keep them myself</Trans>}
          </Button>
        )}
      </div>
      {carriedBy === me && others.length > 0 && (
        <Select
          label={<Trans>Hand them on to</Trans>}
          hint={<Trans>They stay with you until the other person takes them.</Trans>}
          options={others}
          value={offered === me ? null : offered}
          onChange={(to) => change(offer([partner.id], to), t`Offered.`)}
          placeholder={t`choose`}
        />
      )}
    </div>
  );
}
