/** A new partner: a name is enough. */
import { cleanLine } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { NotHere } from '../../ui/EmptyPage.tsx';
import { Page } from '../../ui/Page.tsx';
import { useReadersOfNew } from '../../ui/ReadersOfNew.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useGo } from '../../ui/where.ts';
import { useWorkspace } from '../../ui/workspace.tsx';
import { writePartner } from './write-partner.ts';

export default function NewPartner() {
  const workspace = useWorkspace();
  const { audience, readers } = useReadersOfNew();
  const go = useGo();
  const [name, setName] = useState('');
  const [movement, setMovement] = useState('');
  const [tried, setTried] = useState(false);
  const isNamed = cleanLine(name) !== '';
  const add = () => {
    setTried(true);
    if (!isNamed) return;
    const id = workspace.newId();
    const values = { name: cleanLine(name), movement: cleanLine(movement) };
    writePartner(workspace, id, values, audience);
    go(`/partners/${id}`, { instead: true });
  };
  return (
    <Page
      title={<Trans>Who are they?</Trans>}
      readers={readers}
      action={
        <Button kind="filled" type="submit" form="partner">
          <Trans>Add them</Trans>
        </Button>
      }
    >
      <form
        id="partner"
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={<Trans>The organization, as it names itself</Trans>}
          value={name}
          onChange={setName}
          maxLength={300}
          isRequired
          {...(tried && !isNamed && { wrong: <Trans>Write a name.</Trans> })}
        />
        <TextField
          label={<Trans>The movement work it does</Trans>}
          hint={<Trans>Tenants’ rights, legal defense, mutual aid. You can leave it empty.</Trans>}
          value={movement}
          onChange={setMovement}
          maxLength={300}
        />
        <NotHere />
      </form>
    </Page>
  );
}
