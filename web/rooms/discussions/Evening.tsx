/** On which day the evening is, and which of our partners come to it: they read in no list what is said there. */
import {
  canBeOn,
  comes,
  type Day,
  type DiscussionPlan,
  discussionPartnerFields,
  isEveningOver,
  readFields,
  setFields,
  undoOf,
} from '@alongside/practice';
import { msg, t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { today, useSayDay } from '../../ui/days.ts';
import { OwnWords } from '../../ui/OwnWords.tsx';
import { usePartners, useStands } from '../../ui/partners.ts';
import { Row, Rows } from '../../ui/Rows.tsx';
import { Select } from '../../ui/Select.tsx';
import { useUndo } from '../../ui/Undo.tsx';
import { useKeptWords } from '../../ui/useKeptWords.ts';
import { WhoCanRead, WhoCanReadThis } from '../../ui/WhoCanRead.tsx';
import { useWhere, useWorkspace } from '../../ui/workspace.tsx';
import type { Write } from './PlanPage.tsx';

const notChosen = msg`choose`;

export function Evening({ plan, write }: { readonly plan: DiscussionPlan; readonly write: Write }) {
  const sayDay = useSayDay();
  const day = plan.on && sayDay(plan.on);
  return (
    <>
      <h2>
        <Trans>When, and who comes</Trans>
      </h2>
      <div className="evening screen-only stack">
        <EveningDay
          kept={plan.on}
          keep={(on) => write(t`Changed`, setFields('discussionPlans', plan.id, { on }))}
        />
        <WhoComes plan={plan} />
      </div>
      <p className="print-only">{day ?? t`The day is open.`}</p>
    </>
  );
}

/** Kept once the field is left: each key of a day that is typed makes another day, and one that is past is told of. */
function EveningDay({
  kept,
  keep,
}: {
  readonly kept: Day | null;
  readonly keep: (on: Day | null) => void;
}) {
  const [refused, setRefused] = useState<string | null>(null);
  const { value, onChange, onBlur } = useKeptWords(
    kept ?? '',
    (typed) => {
      const can = typed === '' || canBeOn(typed, today());
      setRefused(can ? null : typed);
      if (can && typed !== (kept ?? '')) keep(typed === '' ? null : typed);
    },
    { whenLeft: true },
  );
  return (
    <DayField
      label={<Trans>The day of the discussion</Trans>}
      hint={<Trans>Empty while it is open.</Trans>}
      value={refused ?? value}
      onChange={(typed) => {
        setRefused(null);
        onChange(typed);
      }}
      onBlur={onBlur}
      {...(refused !== null && {
        wrong: <Trans>A day up to a year ago, or up to a year ahead.</Trans>,
      })}
    />
  );
}

/** For those who can read partners; nothing of it is printed. */
function WhoComes({ plan }: { readonly plan: DiscussionPlan }) {
  const { _ } = useLingui();
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const partners = usePartners();
  const { stands } = useStands();
  const ties = useWhere('discussionPartners', 'plan', plan.id).map((record) =>
    readFields(discussionPartnerFields, record),
  );
  // Chosen on two devices, a partner stands here once.
  const chosen = Map.groupBy(ties, ({ partner }) => stands.get(partner ?? ''));
  const coming = partners.flatMap((partner) => {
    const theirs = chosen.get(partner.id) ?? [];
    return theirs[0] ? [{ partner, first: theirs[0].id, ties: theirs }] : [];
  });
  const others = partners.filter(({ id }) => !coming.some(({ partner }) => partner.id === id));
  if (partners.length === 0) return null;
  const over = isEveningOver(plan, today());
  const commit = (said: string, changes: ReturnType<typeof comes>, partner: string) => {
    const readers = workspace.tables.audienceOf('partners', partner) ?? workspace.coreTeam;
    const back = undoOf(changes, workspace.tables.get);
    workspace.commit(changes, readers);
    offerUndo(said, () => workspace.commit(back, readers));
  };
  const add = (partner: string) =>
    commit(
      over ? t`It stands on their page.` : t`They are coming.`,
      comes(plan, partner, workspace.newId(), today()),
      partner,
    );
  const takeOut = ({ partner, ties: theirs }: (typeof coming)[number]) =>
    commit(
      t`They are not coming.`,
      theirs.flatMap(({ id }) => setFields('discussionPartners', id, { deleted: true })),
      partner.id,
    );
  return (
    <>
      <h3>
        <Trans>Our partners</Trans>
      </h3>
      {coming[0] ? (
        <WhoCanReadThis table="discussionPartners" record={coming[0].first} />
      ) : (
        <WhoCanRead audience={workspace.coreTeam} />
      )}
      <p>
        <Trans>
          When the day is over, their page says by itself that we talked about a story together, and
          when: nothing of what was said.
        </Trans>
      </p>
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
      {coming.length > 0 && (
        <Rows>
          {coming.map((one) => (
            <Row key={one.first}>
              <div className="row">
                <OwnWords>{one.partner.name}</OwnWords>
                <Button kind="quiet" onPress={() => takeOut(one)}>
                  <Trans>Not coming</Trans>
                </Button>
              </div>
            </Row>
          ))}
        </Rows>
      )}
    </>
  );
}
