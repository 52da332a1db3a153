/** The name others know the person by. */
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { TextField } from '../../ui/TextField.tsx';
import { WhoCanRead } from '../../ui/WhoCanRead.tsx';
import { useWorkspace } from '../../ui/workspace.tsx';
import { useMyName, writeName } from '../house-records.ts';

export function MyName() {
  const workspace = useWorkspace();
  const name = useMyName();
  const [typed, setTyped] = useState(name);
  const save = () => {
    const next = typed.trim();
    if (next !== '' && next !== name) writeName(workspace, next);
  };
  return (
    <section className="stack">
      <TextField
        label={<Trans>My name here</Trans>}
        value={typed}
        onChange={setTyped}
        onBlur={save}
        maxLength={80}
      />
      <WhoCanRead audience="everyone" />
    </section>
  );
}
