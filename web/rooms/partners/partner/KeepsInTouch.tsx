/** Which of us keeps in touch with them, and handing them on: offered by one, taken by the other. */
import { decline, offer, offeredTo, type Partner, take } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useNames, useTogether } from '../../../ui/together.ts';
import { useUndo } from '../../../ui/Undo.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';

/** Who is here, besides guests, and whether somebody still is. */
export function useMembers(): {
  readonly others: readonly { readonly id: string; readonly name: string }[];
  readonly isHere: (member: string) => boolean;
  readonly nameOf: (member: string) => string;
} {
  const { me } = useWorkspace();
  const now = useTogether()?.now;
  const names = useNames();
  const nameOf = (member: string) => names(member) || t`Someone without a name`;
  const people = now?.people.filter(({ active, role }) => active && role !== 'guest') ?? [];
  return {
    others: people.filter(({ id }) => id !== me).map(({ id }) => ({ id, name: nameOf(id) })),
    isHere: (member) => member === me || people.some(({ id }) => id === member),
    nameOf,
  };
}

export function KeepsInTouch({ partner }: { readonly partner: Partner }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const { others, isHere, nameOf } = useMembers();
  const { carriedBy } = partner;
  const { me } = workspace;
  const offered = offeredTo(partner, isHere);
  const change = (changes: ReturnType<typeof take>, said: string) => {
    const back = { carriedBy: partner.carriedBy, handedTo: partner.handedTo };
    workspace.commit(changes, workspace.coreTeam);
    offerUndo(said, () =>
      workspace.commit(
        Object.entries(back).map(([field, value]) => ({
          table: 'partners',
          record: partner.id,
          field,
          value,
        })),
        workspace.coreTeam,
      ),
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
