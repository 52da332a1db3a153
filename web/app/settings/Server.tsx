/** The server: which one, whether it is reached, what waits for it; and putting this workspace on one. */
import type { ServerState } from '@alongside/vault/kept';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/Link.tsx';
import { MovingNotice } from '../../ui/MovingNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { serverAwayWords } from '../../ui/server-words.ts';
import { TextField } from '../../ui/TextField.tsx';
import { useTogether } from '../../ui/together.ts';
import { useUndo } from '../../ui/Undo.tsx';
import { useAsking } from '../../ui/useAsking.ts';
import { useSayWhen } from '../../ui/when.ts';
import { useWayBack } from '../../ui/where.ts';
import { arrivedVoucher, forgetFragment } from '../joining/arrived-with.ts';
import { KeptOnly } from './KeptOnly.tsx';
import { MoveServer } from './MoveServer.tsx';

export default function Server() {
  return <KeptOnly>{() => <OfThisWorkspace />}</KeptOnly>;
}

function OfThisWorkspace() {
  const here = useTogether();
  if (!here) return null;
  const { server, waiting } = here.now;
  if (server.type === 'NoServer') return <PutOnServer />;
  return <Shown server={server} waiting={waiting} onTry={() => here.together.tryNow()} />;
}

function Shown({
  server,
  waiting,
  onTry,
}: {
  readonly server: Exclude<ServerState, { readonly type: 'NoServer' }>;
  readonly waiting: number;
  readonly onTry: () => void;
}) {
  const { _ } = useLingui();
  const sayWhen = useSayWhen();
  const back = useWayBack();
  const away = server.type === 'Away';
  return (
    <Page
      title={
        away ? (
          <Trans>The server is not reached.</Trans>
        ) : (
          <Trans>The server passes on what you write. It can read none of it.</Trans>
        )
      }
      action={
        away ? (
          <Button kind="filled" onPress={onTry}>
            <Trans>Try now</Trans>
          </Button>
        ) : (
          back && (
            <LinkButton to={back} kind="filled">
              <Trans>Go on where you were</Trans>
            </LinkButton>
          )
        )
      }
    >
      {away && <p>{_(serverAwayWords[server.because])}</p>}
      <p>
        <bdi dir="ltr">{server.server}</bdi>
      </p>
      <p className="quiet">
        {away ? (
          <Trans>Not reached: {sayWhen(server.since)}</Trans>
        ) : (
          <Trans>Last reached: {sayWhen(server.at)}</Trans>
        )}
      </p>
      <p>
        <Plural
          value={waiting}
          _0="Nothing waits for the server."
          one="One change is saved here and waits for the server."
          other="# changes are saved here and wait for the server."
        />
      </p>
      <MovingNotice />
      <MoveServer />
    </Page>
  );
}

function PutOnServer() {
  const here = useTogether();
  const say = useUndo();
  const [server, setServer] = useState(window.location.origin);
  const [voucher, setVoucher] = useState(arrivedVoucher);
  const asking = useAsking();
  if (!here) return null;
  const put = async () => {
    const at = { server: server.trim(), voucher: voucher.trim() };
    if (!(await asking.run(() => here.together.serve(at)))) return;
    forgetFragment();
    say(t`It is on the server now. Others can be let in.`);
  };
  return (
    <Page
      title={<Trans>With a server, others can read and write with you.</Trans>}
      action={
        <Button
          kind="filled"
          isDisabled={asking.working || voucher.trim() === '' || server.trim() === ''}
          onPress={() => void put()}
        >
          <Trans>Put it on this server</Trans>
        </Button>
      }
    >
      <p>
        <Trans>
          The server stores and forwards sealed messages: it sees how many, how large and when, and
          from which address a device connects. It cannot read what you write, nor who you are.
        </Trans>
      </p>
      <TextField
        label={<Trans>The server’s address</Trans>}
        type="url"
        value={server}
        onChange={setServer}
      />
      <TextField
        label={<Trans>The voucher</Trans>}
        hint={
          <Trans>
            Whoever runs the server has it: it stands after “voucher=” in the address that starting
            the server printed.
          </Trans>
        }
        value={voucher}
        onChange={setVoucher}
      />
      <Refused refusal={asking.refusal} />
    </Page>
  );
}
