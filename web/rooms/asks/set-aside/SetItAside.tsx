/**
 * Setting a message aside as a threat: who reads it for counsel is chosen first, since that stays as it is.
 * Then it is kept for them, with its time, and taken away from everyone else.
 */
import { askFields, readFields } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { TextLink } from '../../../ui/Link.tsx';
import { ownWords } from '../../../ui/OwnWords.tsx';
import { Page } from '../../../ui/Page.tsx';
import { usePeopleHere } from '../../../ui/people-here.ts';
import { Refused } from '../../../ui/Refused.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { useGo, useSearchParam } from '../../../ui/where.ts';
import { useRecord, useWorkspace } from '../../../ui/workspace.tsx';
import { useNamedReaders, YouAndAlso } from '../../../ui/YouAndAlso.tsx';
import { writeSetAside } from './write-set-aside.ts';

export default function SetItAside() {
  const workspace = useWorkspace();
  const id = useSearchParam('ask') ?? '';
  const stored = useRecord('asks', id);
  const arrival = useRecord('arrivals', id);
  const { others } = usePeopleHere();
  const readers = useNamedReaders('setAside');
  const offerUndo = useUndo();
  const go = useGo();
  if (!stored || !arrival) {
    return (
      <Page title={<Trans>This ask is not here any more.</Trans>}>
        <p>
          <TextLink to="/asks">
            <Trans>See all asks</Trans>
          </TextLink>
        </p>
      </Page>
    );
  }
  const ask = readFields(askFields, stored);
  const put = async () => {
    const audience = await readers.audience();
    if (!audience) return;
    const takeBack = writeSetAside(workspace, id, audience);
    if (!takeBack) return;
    offerUndo(t`It is set aside. Only those named can read it.`, takeBack);
    go('/asks/set-aside', { instead: true });
  };
  return (
    <Page
      title={<Trans>Who keeps this message for counsel?</Trans>}
      action={
        <Button kind="filled" isDisabled={readers.working} onPress={() => void put()}>
          {readers.named.size === 0 ? (
            <Trans>Only me: set it aside</Trans>
          ) : (
            <Trans>You and those chosen: set it aside</Trans>
          )}
        </Button>
      }
    >
      <p {...ownWords(ask.what)}>{ask.what}</p>
      <p>
        <Trans>
          You and those you choose keep the whole message, with the time at which it was taken in.
          For everyone else it goes, from search and Today too. Whoever has read it has read it. A
          sealed copy stays on devices until you erase for good, and on the server until its link
          ends.
        </Trans>
      </p>
      {others.length > 0 && <YouAndAlso others={others} readers={readers} />}
      <p className="quiet">
        <Trans>If you are in danger now, call for help first. This only keeps the words.</Trans>
      </p>
      <Refused refusal={readers.refusal} />
    </Page>
  );
}
