/**
 * Which of our partners come to an evening, for those who can read partners. For two weeks after its day they can
 * still be changed here; their pages follow.
 */
import {
  type Change,
  contactFields,
  type DiscussionPlan,
  discussedKind,
  discussionPartnerFields,
  isEveningOver,
  type Partner,
  readFields,
  setFields,
  undoOf,
} from '@alongside/practice';
import type { Audience, Tables } from '@alongside/vault';
import { msg, t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { today } from '../../ui/days.ts';
import { useKeepsEverything } from '../../ui/KeepingNotice.tsx';
import { TextLink } from '../../ui/Link.tsx';
import { OwnWords } from '../../ui/OwnWords.tsx';
import { usePartners, useStands } from '../../ui/partners.ts';
import { Row, Rows } from '../../ui/Rows.tsx';
import { Select } from '../../ui/Select.tsx';
import { useUndo } from '../../ui/Undo.tsx';
import { nothingIsDeleted } from '../../ui/useDelete.ts';
import { WhoCanRead } from '../../ui/WhoCanRead.tsx';
import { useWhere, useWorkspace } from '../../ui/workspace.tsx';

const notChosen = msg`choose`;

export function WhoComes({ plan }: { readonly plan: DiscussionPlan }) {
  const { _ } = useLingui();
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const keeps = useKeepsEverything();
  const { tables } = workspace;
  const { partners, coming, told } = useWhoComes(plan);
  const others = partners.filter(
    ({ id }) => !told.has(id) && !coming.some(({ partner }) => partner.id === id),
  );
  const heading = useRef<HTMLHeadingElement>(null);
  const over = isEveningOver(plan, today());
  const add = (partner: string) => {
    const readers = tables.audienceOf('partners', partner) ?? workspace.coreTeam;
    const id = workspace.newId();
    workspace.commit(setFields('discussionPartners', id, { plan: plan.id, partner }), readers);
    offerUndo(over ? t`It stands on their page.` : t`They are coming.`, () =>
      workspace.commit(takenOut([id], tables), readers),
    );
  };
  const takeOut = ({ ties, readers }: Coming) => {
    if (keeps) {
      offerUndo(nothingIsDeleted());
      return;
    }
    const changes = takenOut(ties, tables);
    const back = undoOf(changes, tables.get);
    workspace.commit(changes, readers);
    heading.current?.focus();
    offerUndo(over ? t`They did not come.` : t`They are not coming.`, () =>
      workspace.commit(back, readers),
    );
  };
  const asOne = new Set(coming.map(({ readers }) => JSON.stringify(readers))).size === 1;
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {over ? <Trans>Partners who came</Trans> : <Trans>Partners who come</Trans>}
      </h3>
      {asOne && coming[0] && <WhoCanRead audience={coming[0].readers} />}
      {partners.length === 0 && (
        <p>
          <TextLink to="/partners/new">
            <Trans>Write down a partner</Trans>
          </TextLink>
        </p>
      )}
      {workspace.kind === 'kept' && (
        <p>
          {over ? (
            <Trans>
              Their page says that we talked about a story together, and when: nothing of what was
              said. For two weeks after the day it follows what you change here.
            </Trans>
          ) : (
            <Trans>
              When the day is over, their page says by itself that we talked about a story together,
              and when: nothing of what was said. Who can read their page can read that they come.
            </Trans>
          )}
        </p>
      )}
      {others.length > 0 && (
        <Select
          label={
            over ? <Trans>Which partner came?</Trans> : <Trans>Which partner is coming?</Trans>
          }
          options={others}
          value={null}
          placeholder={_(notChosen)}
          onChange={add}
        />
      )}
      {coming.length + told.size > 0 && (
        <Rows>
          {coming.map((one) => (
            <Row key={one.partner.id}>
              <div className="row">
                <OwnWords>{one.partner.name}</OwnWords>
                <Button kind="quiet" onPress={() => takeOut(one)}>
                  <Trans>Take out</Trans>
                </Button>
              </div>
              {!asOne && <WhoCanRead audience={one.readers} />}
            </Row>
          ))}
          {partners
            .filter(({ id }) => told.has(id))
            .map(({ id, name }) => (
              <Row key={id}>
                <OwnWords>{name}</OwnWords>
              </Row>
            ))}
        </Rows>
      )}
    </>
  );
}

interface Coming {
  readonly partner: Partner;
  /** More than one where the partner was chosen on two devices. */
  readonly ties: readonly string[];
  readonly readers: Audience;
}

/** Who comes as far as it can be read here; and who came to an evening of that day and is written down no more. */
function useWhoComes(plan: DiscussionPlan) {
  const { tables, coreTeam } = useWorkspace();
  const partners = usePartners();
  const { stands } = useStands();
  const ties = useWhere('discussionPartners', 'plan', plan.id).map((record) =>
    readFields(discussionPartnerFields, record),
  );
  const contacts = useWhere('contacts', 'kind', discussedKind).map((record) =>
    readFields(contactFields, record),
  );
  const chosen = Map.groupBy(ties, ({ partner }) => stands.get(partner ?? ''));
  const coming = partners.flatMap((partner): Coming[] => {
    const ids = (chosen.get(partner.id) ?? []).map(({ id }) => id);
    const [first] = ids;
    if (first === undefined) return [];
    return [
      { partner, ties: ids, readers: tables.audienceOf('discussionPartners', first) ?? coreTeam },
    ];
  });
  const here = new Set(coming.map(({ partner }) => partner.id));
  const told = new Set(
    contacts
      .filter(({ on }) => on !== null && on === plan.on)
      .map(({ partner }) => stands.get(partner ?? '') ?? '')
      .filter((id) => !here.has(id)),
  );
  return { partners, coming, told };
}

/** Takes out that they come, and the contact that it was already. */
function takenOut(ties: readonly string[], tables: Tables): Change[] {
  return ties.flatMap((id) => [
    ...setFields('discussionPartners', id, { deleted: true }),
    ...(tables.get('contacts', id) ? setFields('contacts', id, { deleted: true }) : []),
  ]);
}
