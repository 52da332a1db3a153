/** Another server for this workspace: its address and a voucher of it. Everybody follows by themselves. */
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useTogether } from '../../ui/together.ts';
import { useUndo } from '../../ui/Undo.tsx';
import { useAsking } from '../../ui/useAsking.ts';

export function MoveServer() {
  const here = useTogether();
  const say = useUndo();
  const [server, setServer] = useState('');
  const [voucher, setVoucher] = useState('');
  const asking = useAsking();
  if (here?.now.role !== 'steward') return null;
  const move = async () => {
    const at = { server: server.trim(), voucher: voucher.trim() };
    if (await asking.run(() => here.together.moveTo(at))) {
      say(t`The workspace is on the other server now. Everyone’s devices follow by themselves.`);
    }
  };
  return (
    <Disclosure summary={<Trans>Move to another server</Trans>}>
      <p>
        <Trans>
          Everything goes on there, under new keys, and nobody has to do anything: each device reads
          here that the workspace has moved, and follows. What lies here is deleted once all have.
          Open invitations end; make new ones there. Recovery kits stay good, at the new address.
        </Trans>
      </p>
      <p>
        <Trans>
          Alongside speaks only with servers that whoever runs this address allows. Ask them to
          allow the other one first, until everyone has followed; how to is in the guide for running
          a server.
        </Trans>
      </p>
      <TextField
        label={<Trans>The other server’s address</Trans>}
        type="url"
        value={server}
        onChange={setServer}
      />
      <TextField
        label={<Trans>A voucher of the other server</Trans>}
        value={voucher}
        onChange={setVoucher}
      />
      <Refused refusal={asking.refusal} />
      <Button
        kind="grave"
        isDisabled={asking.working || voucher.trim() === '' || server.trim() === ''}
        onPress={() => void move()}
      >
        <Trans>Move it there</Trans>
      </Button>
    </Disclosure>
  );
}
