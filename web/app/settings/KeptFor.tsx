/** How long things are kept: what goes by itself, and how long the day of a contact is kept, which a steward decides. */
import { type ContactDays, contactDays } from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Radio, RadioGroup } from '../../ui/Choices.tsx';
import { contactDaysKept } from '../../ui/contact-days.ts';
import { Notice } from '../../ui/Notice.tsx';
import { only } from '../../ui/only.ts';
import { useTogether } from '../../ui/together.ts';
import { useRecord, useWorkspace } from '../../ui/workspace.tsx';
import { writeSpace } from '../house-records.ts';

const names: Readonly<Record<ContactDays, MessageDescriptor>> = {
  season: msg`For 90 days, then only its month`,
  year: msg`For a year, then only its month`,
  always: msg`Always`,
};

export function KeptFor() {
  const workspace = useWorkspace() as KeptWorkspace;
  const now = useTogether()?.now;
  useRecord('space', only);
  const { _ } = useLingui();
  const kept = contactDaysKept(workspace);
  const isSteward = now?.role === 'steward';
  return (
    <section className="stack">
      <h2>
        <Trans>How long things are kept</Trans>
      </h2>
      <p>
        <Trans>
          A call goes with its list seven days after its last day. The words of an honest
          conversation go thirty days after the repair. All else stays until somebody deletes it.
          While everything is kept because papers were served, nothing goes by itself.
        </Trans>
      </p>
      {kept === 'undecided' && (
        <Notice kind="care">
          <p>
            <Trans>
              How long days are kept was decided by somebody who is no steward, or not any more.
              Every day stays until a steward decides.
            </Trans>
          </p>
        </Notice>
      )}
      {isSteward ? (
        <RadioGroup
          label={<Trans>The day on which we were in touch with a partner is kept</Trans>}
          value={kept === 'undecided' ? null : kept}
          onChange={(chosen) => {
            const keep = contactDays.find((one) => one === chosen);
            if (keep) writeSpace(workspace, { contactDays: keep });
          }}
        >
          {contactDays.map((one) => (
            <Radio key={one} value={one}>
              {_(names[one])}
            </Radio>
          ))}
        </RadioGroup>
      ) : (
        kept !== 'undecided' && (
          <>
            <p>
              <Trans>The day on which we were in touch with a partner is kept</Trans>
            </p>
            <p className="quiet">
              {_(names[kept])} · <Trans>A steward can change it.</Trans>
            </p>
          </>
        )
      )}
    </section>
  );
}
