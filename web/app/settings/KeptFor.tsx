/** How long things are kept: what goes by itself, and what goes after a term that a steward chooses. */
import { type Term, terms } from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Plural, Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Radio, RadioGroup } from '../../ui/Choices.tsx';
import { today } from '../../ui/days.ts';
import { type HasTerm, keptFor } from '../../ui/kept-for.ts';
import { Notice } from '../../ui/Notice.tsx';
import { only } from '../../ui/only.ts';
import { useTogether } from '../../ui/together.ts';
import { whatGoes } from '../../ui/what-goes.ts';
import { useRecord, useWorkspace } from '../../ui/workspace.tsx';
import { writeSpace } from '../house-records.ts';

const contactTerms: Readonly<Record<Term, MessageDescriptor>> = {
  season: msg`For 90 days, then only its month`,
  year: msg`For a year, then only its month`,
  always: msg`Always`,
};

const askTerms: Readonly<Record<Term, MessageDescriptor>> = {
  season: msg`For 90 days after the ask is over`,
  year: msg`For a year after the ask is over`,
  always: msg`Always`,
};

export function KeptFor() {
  const workspace = useWorkspace() as KeptWorkspace;
  const now = useTogether()?.now;
  useRecord('space', only);
  const undecided = (['contactDays', 'askWords'] as const).some(
    (what) => keptFor(workspace, what) === 'undecided',
  );
  return (
    <section className="stack">
      <h2>
        <Trans>How long things are kept</Trans>
      </h2>
      <p>
        <Trans>
          A call goes with its list seven days after its last day. The words of an honest
          conversation go thirty days after the repair. What a steward chooses below goes when its
          time has passed; all else stays until somebody deletes it. While everything is kept
          because papers were served, nothing goes by itself.
        </Trans>
      </p>
      {undecided && (
        <Notice kind="care">
          <p>
            <Trans>
              How long something is kept was decided by somebody who is no steward, or not any more.
              All of it stays until a steward decides.
            </Trans>
          </p>
        </Notice>
      )}
      <TermChoice
        what="contactDays"
        label={<Trans>The day on which we were in touch with a partner is kept</Trans>}
        names={contactTerms}
        isSteward={now?.role === 'steward'}
      />
      <TermChoice
        what="askWords"
        label={<Trans>What came with an ask is kept</Trans>}
        hint={
          <Trans>
            The message, our reply, the line on risk, and the way to reach whoever sent it. Who
            asked, for what, what we answered and why stays. An ask is over once it is answered, its
            day has passed, and what we promised is kept or set down.
          </Trans>
        }
        names={askTerms}
        isSteward={now?.role === 'steward'}
      />
    </section>
  );
}

function TermChoice({
  what,
  label,
  hint,
  names,
  isSteward,
}: {
  readonly what: HasTerm;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly names: Readonly<Record<Term, MessageDescriptor>>;
  readonly isSteward: boolean;
}) {
  const workspace = useWorkspace() as KeptWorkspace;
  const { _ } = useLingui();
  /** Chosen, but it would let something go at once: not written before that is said yes to. */
  const [asked, setAsked] = useState<{ readonly term: Term; readonly count: number }>();
  const kept = keptFor(workspace, what);
  const write = (term: Term) => {
    writeSpace(workspace, { [what]: term });
    setAsked(undefined);
  };
  const choose = (chosen: string) => {
    const term = terms.find((one) => one === chosen);
    if (term === undefined) return;
    const count = new Set(whatGoes(workspace, what, term, today()).map(({ record }) => record))
      .size;
    if (count === 0) write(term);
    else setAsked({ term, count });
  };
  if (isSteward)
    return (
      <>
        <RadioGroup
          label={label}
          {...(hint !== undefined && { hint })}
          value={asked?.term ?? (kept === 'undecided' ? null : kept)}
          onChange={choose}
        >
          {terms.map((one) => (
            <Radio key={one} value={one}>
              {_(names[one])}
            </Radio>
          ))}
        </RadioGroup>
        {asked && (
          <Notice
            kind="care"
            announced
            actions={
              <>
                <Button kind="grave" onPress={() => write(asked.term)}>
                  <Trans>Let it go</Trans>
                </Button>
                <Button kind="quiet" onPress={() => setAsked(undefined)}>
                  <Trans>Leave it as it was</Trans>
                </Button>
              </>
            }
          >
            <p>
              {what === 'askWords' ? (
                <Plural
                  value={asked.count}
                  one="What came with one ask goes at once, and does not come back."
                  other="What came with # asks goes at once, and does not come back."
                />
              ) : (
                <Plural
                  value={asked.count}
                  one="The day of one contact becomes its month at once, and does not come back."
                  other="The days of # contacts become their months at once, and do not come back."
                />
              )}
            </p>
          </Notice>
        )}
      </>
    );
  if (kept === 'undecided') return null;
  return (
    <>
      <p>{label}</p>
      {hint !== undefined && <p className="quiet">{hint}</p>}
      <p className="quiet">
        {_(names[kept])} · <Trans>A steward can change it.</Trans>
      </p>
    </>
  );
}
