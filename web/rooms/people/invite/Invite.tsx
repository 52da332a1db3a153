/**
 * Letting someone in: as what, then a code to hold up or a link to send. Whoever opens it asks to be
 * let in; nobody reads anything before someone here says yes.
 */
import type { Role } from '@alongside/vault/kept';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Radio, RadioGroup } from '../../../ui/Choices.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PutOnServer } from '../../../ui/PutOnServer.tsx';
import { QrCode } from '../../../ui/QrCode.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { useTogether } from '../../../ui/together.ts';
import { useUndo } from '../../../ui/Undo.tsx';
import { useAsking } from '../../../ui/useAsking.ts';
import { OnlyHere } from '../OnlyHere.tsx';
import { roleNames, roleNotes, roles } from '../role-words.ts';
import { Requests } from './Requests.tsx';
import '../People.css';

export default function Invite() {
  const here = useTogether();
  const { _ } = useLingui();
  const [role, setRole] = useState<Role>('member');
  const [link, setLink] = useState('');
  const asking = useAsking();
  if (!here) return <OnlyHere />;
  if (here.now.server.type === 'NoServer') return <NeedsServer />;
  if (link !== '') return <Shown link={link} onAnother={() => setLink('')} />;

  const invite = () =>
    asking.run(async () => {
      const made = await here.together.invite(role);
      if (made.type !== 'Invited') return made;
      setLink(`${window.location.origin}/join#${made.fragment}`);
      return undefined;
    });
  return (
    <Page
      title={<Trans>As what do they come in?</Trans>}
      action={
        <Button kind="filled" isDisabled={asking.working} onPress={() => void invite()}>
          <Trans>Make the invitation</Trans>
        </Button>
      }
    >
      <RadioGroup
        label={<Trans>They come in as</Trans>}
        value={role}
        onChange={(chosen) => setRole(roles.find((one) => one === chosen) ?? 'member')}
      >
        {roles.map((one) => (
          <Radio key={one} value={one} note={_(roleNotes[one])}>
            {_(roleNames[one])}
          </Radio>
        ))}
      </RadioGroup>
      <p className="quiet">
        <Trans>
          They see what everyone here can read, from the day they come in. The core team is a second
          step.
        </Trans>
      </p>
      <Refused refusal={asking.refusal} />
    </Page>
  );
}

function NeedsServer() {
  return (
    <Page
      title={<Trans>To let someone in, this needs a server first.</Trans>}
      action={<PutOnServer as="filled" />}
    >
      <p>
        <Trans>
          A server passes on what you write, sealed. It cannot read any of it, nor who you are.
        </Trans>
      </p>
    </Page>
  );
}

function Shown({ link, onAnother }: { readonly link: string; readonly onAnother: () => void }) {
  const say = useUndo();
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    say(t`The link is copied.`);
  };
  return (
    <Page
      title={<Trans>Hold this up, or send the link.</Trans>}
      action={
        <>
          <Button kind="filled" onPress={() => void copy()}>
            <Trans>Copy the link</Trans>
          </Button>
          <Button kind="quiet" onPress={onAnother}>
            <Trans>Another invitation</Trans>
          </Button>
        </>
      }
    >
      <Requests />
      <QrCode says={link} label={t`A code that opens the invitation`} />
      <p>
        <bdi className="invite-link" dir="ltr">
          {link}
        </bdi>
      </p>
      <p>
        <Trans>
          It lets one person ask, for 14 days. Whoever opens it can read nothing until you say yes:
          they appear here, with a name and four words to compare.
        </Trans>
      </p>
    </Page>
  );
}
