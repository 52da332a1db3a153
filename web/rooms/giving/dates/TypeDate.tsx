/** A date of the organization's own: a name, a first day, perhaps a last one. */
import { cleanLine, type DateRefused, setFields, whatIsWrongWithDate } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { today } from '../../../ui/days.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';

export function TypeDate() {
  const workspace = useWorkspace();
  const [name, setName] = useState('');
  const [on, setOn] = useState('');
  const [until, setUntil] = useState('');
  const [wrong, setWrong] = useState<DateRefused | null>(null);
  const add = () => {
    const found = whatIsWrongWithDate({ name: cleanLine(name), on, until }, today());
    setWrong(found);
    if (found) return;
    const fields = { name: cleanLine(name), on, until: until || null, gives: 'as-usual' };
    workspace.commit(setFields('datesToKeep', workspace.newId(), fields), workspace.coreTeam);
    setName('');
    setOn('');
    setUntil('');
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <h2>
        <Trans>Or write one down</Trans>
      </h2>
      <TextField
        label={<Trans>What it is</Trans>}
        hint={<Trans>Our anniversary, the week of the convention.</Trans>}
        value={name}
        onChange={setName}
        maxLength={120}
        {...(wrong?.type === 'NoName' && { wrong: <Trans>Write what it is.</Trans> })}
      />
      <div className="giving-days">
        <DayField
          label={<Trans>First day</Trans>}
          value={on}
          onChange={setOn}
          min={today()}
          {...(wrong && wrong.type !== 'NoName' && { wrong: <WhyNot wrong={wrong} /> })}
        />
        <DayField
          label={<Trans>Last day</Trans>}
          hint={<Trans>You can leave it empty.</Trans>}
          value={until}
          onChange={setUntil}
          min={on || today()}
        />
      </div>
      <div className="row">
        <Button type="submit">
          <Trans>Keep the date</Trans>
        </Button>
      </div>
    </form>
  );
}

function WhyNot({ wrong }: { readonly wrong: DateRefused }) {
  switch (wrong.type) {
    case 'EndsBeforeItBegins':
      return <Trans>The last day is before the first.</Trans>;
    case 'Over':
      return <Trans>These days are over already.</Trans>;
    default:
      return <Trans>That is not a day. Pick one from the calendar.</Trans>;
  }
}
