/** Beginning to prepare an honest conversation: first who may read it, since that stays as it is. */
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { NotHere } from '../../../ui/EmptyPage.tsx';
import { TextLink } from '../../../ui/Link.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { useTogether } from '../../../ui/together.ts';
import { useAsking } from '../../../ui/useAsking.ts';
import { useGo, useSearchParam } from '../../../ui/where.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { useMembers } from '../partner/KeepsInTouch.tsx';
import { usePartner } from '../usePartner.ts';
import '../Partners.css';

export default function NewConversation() {
  const workspace = useWorkspace();
  const go = useGo();
  const asking = useAsking();
  const here = useTogether();
  const { others } = useMembers();
  const partner = usePartner(useSearchParam('partner') ?? '')?.partner;
  const [named, setNamed] = useState<ReadonlySet<string>>(new Set());
  if (!partner) {
    return (
      <Page title={<Trans>With whom will you talk?</Trans>}>
        <p>
          <TextLink to="/partners">
            <Trans>See all partners</Trans>
          </TextLink>
        </p>
      </Page>
    );
  }
  const begin = async () => {
    let audience = workspace.onlyMe;
    if (named.size > 0 && here) {
      const { together, now } = here;
      const members = [workspace.me, ...named];
      // People who already share a circle need no further one.
      const known = now.circles.find(
        (circle) =>
          circle.kind === 'named' &&
          circle.readable &&
          !circle.owed &&
          circle.members.length === members.length &&
          members.every((one) => circle.members.includes(one)),
      );
      let circle = known?.id;
      const done = await asking.run(async () => {
        if (circle !== undefined) return undefined;
        const made = await together.setCircle('new', members);
        if (made.type !== 'CircleMade') return made;
        circle = made.circle;
        return undefined;
      });
      if (!done || circle === undefined) return;
      audience = { circle };
    }
    const id = workspace.newId();
    workspace.commit(
      [{ table: 'conversations', record: id, field: 'partner', value: partner.id }],
      audience,
    );
    go(`/partners/conversations/${id}`, { instead: true });
  };
  const name = <OwnWords>{partner.name}</OwnWords>;
  return (
    <Page
      title={<Trans>Who may read what you prepare for {name}?</Trans>}
      action={
        <Button kind="filled" isDisabled={asking.working} onPress={() => void begin()}>
          {named.size === 0 ? (
            <Trans>Only me: begin</Trans>
          ) : (
            <Trans>You and those chosen: begin</Trans>
          )}
        </Button>
      }
    >
      <p>
        <Trans>
          Others in the workspace cannot open it, and neither can the core team. It stays so: to
          bring in someone else later, begin a new one.
        </Trans>
      </p>
      {others.length > 0 ? (
        <fieldset className="plain-group stack">
          <legend>
            <Trans>You, and also</Trans>
          </legend>
          {others.map(({ id, name: other }) => (
            <Checkbox
              key={id}
              isSelected={named.has(id)}
              onChange={(isIn) => {
                const next = new Set(named);
                if (isIn) next.add(id);
                else next.delete(id);
                setNamed(next);
              }}
            >
              <OwnWords>{other}</OwnWords>
            </Checkbox>
          ))}
        </fieldset>
      ) : (
        <p className="quiet">
          <Trans>Nobody else is in this workspace yet, so only you can read it.</Trans>
        </p>
      )}
      <Refused refusal={asking.refusal} />
      <NotHere />
    </Page>
  );
}
