/** *We were in touch* in two taps: how, and when. The second tap writes it down. */
import { type ContactKind, contactKinds, daysAfter } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Radio, RadioGroup } from '../../ui/Choices.tsx';
import { contactWords } from '../../ui/contact-words.ts';
import { DayField } from '../../ui/DayField.tsx';
import { today } from '../../ui/days.ts';
import { useOutsideCore } from '../../ui/together.ts';
import { useUndo } from '../../ui/Undo.tsx';
import { useWorkspace } from '../../ui/workspace.tsx';
import { writeContact } from './write-partner.ts';

export function WereInTouch({ partner }: { readonly partner: string }) {
  const workspace = useWorkspace();
  // Somebody outside the core team writes it for whom the partner was written, which they can read.
  const own = workspace.tables.audienceOf('partners', partner);
  const audience = useOutsideCore() && own ? own : workspace.coreTeam;
  const offerUndo = useUndo();
  const { _ } = useLingui();
  const [kind, setKind] = useState<ContactKind>();
  const [other, setOther] = useState('');
  const write = (on: string) => {
    if (!kind) return;
    offerUndo(t`Written down.`, writeContact(workspace, { partner, kind, on }, audience));
    setKind(undefined);
    setOther('');
  };
  return (
    <section className="in-touch stack screen-only">
      <RadioGroup
        label={<Trans>We were in touch</Trans>}
        value={kind ?? null}
        onChange={(chosen) => setKind(contactKinds.find((each) => each === chosen))}
      >
        {contactKinds.map((each) => (
          <Radio key={each} value={each}>
            {_(contactWords[each])}
          </Radio>
        ))}
      </RadioGroup>
      {kind && (
        <>
          <fieldset className="row in-touch-days">
            <legend>
              <Trans>When?</Trans>
            </legend>
            <Button kind="filled" onPress={() => write(today())}>
              <Trans>Today</Trans>
            </Button>
            <Button onPress={() => write(daysAfter(today(), -1))}>
              <Trans>Yesterday</Trans>
            </Button>
          </fieldset>
          <div className="row">
            <DayField
              label={<Trans>Another day</Trans>}
              value={other}
              max={today()}
              onChange={setOther}
            />
            {other !== '' && other <= today() && (
              <Button onPress={() => write(other)}>
                <Trans>Write it down</Trans>
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}
