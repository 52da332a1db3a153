/**
 * An honest conversation: prepare it, what was said, what we will repair, when we talk next. Read by
 * its writer, or by the people named for it, and by nobody else.
 */
import { type Conversation, conversationFields, readFields } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { today, useSayDay } from '../../../ui/days.ts';
import { NotHere } from '../../../ui/EmptyPage.tsx';
import { TextLink } from '../../../ui/Link.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { Page } from '../../../ui/Page.tsx';
import { usePartner } from '../../../ui/partners.ts';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useDelete } from '../../../ui/useDelete.ts';
import { useKeptWords } from '../../../ui/useKeptWords.ts';
import { useParam } from '../../../ui/where.ts';
import { useRecord, useWorkspace } from '../../../ui/workspace.tsx';
import { write } from '../write-partner.ts';
import { Readers } from './Readers.tsx';
import { TellTheDay } from './TellTheDay.tsx';
import '../Partners.css';

export default function ConversationPage() {
  const id = useParam('conversation');
  const record = useRecord('conversations', id);
  const conversation = record && readFields(conversationFields, record);
  if (!conversation) {
    return (
      <Page title={<Trans>This conversation is not here.</Trans>}>
        <p>
          <Trans>It was deleted, or you are not among those who can read it.</Trans>
        </p>
        <p>
          <TextLink to="/partners">
            <Trans>See all partners</Trans>
          </TextLink>
        </p>
      </Page>
    );
  }
  return <Shown key={id} conversation={conversation} />;
}

function Shown({ conversation }: { readonly conversation: Conversation }) {
  const workspace = useWorkspace();
  const sayDay = useSayDay();
  const deleteIt = useDelete();
  const { id, on, nextOn, repairedOn } = conversation;
  const partner = usePartner(conversation.partner ?? '')?.partner;
  const set = (values: Readonly<Record<string, string | null>>) =>
    write(workspace, 'conversations', id, values);
  const toSay = useKeptWords(conversation.toSay, (words) => set({ toSay: words }));
  const said = useKeptWords(conversation.said, (words) => set({ said: words }));
  const toRepair = useKeptWords(conversation.toRepair, (words) => set({ toRepair: words }));
  const name = <OwnWords>{partner?.name ?? ''}</OwnWords>;
  const repaired = repairedOn && sayDay(repairedOn);
  return (
    <Page
      title={
        !partner ? (
          <Trans>An honest conversation.</Trans>
        ) : on ? (
          <Trans>What we talked about with {name}.</Trans>
        ) : (
          <Trans>Prepare to talk honestly with {name}.</Trans>
        )
      }
      above={
        partner && (
          <TextLink to={`/partners/${partner.id}`}>
            <OwnWords>{partner.name}</OwnWords>
          </TextLink>
        )
      }
      readers={<Readers conversation={id} />}
    >
      <TextArea
        label={<Trans>What we want to say, and to hear</Trans>}
        hint={
          <Trans>
            What happened, as we saw it. What it did. What we did ourselves. What we would ask for.
          </Trans>
        }
        rows={5}
        {...toSay}
      />
      <DayField
        label={<Trans>The day we talked</Trans>}
        hint={<Trans>Empty until it has taken place.</Trans>}
        value={on ?? ''}
        max={today()}
        onChange={(day) => set({ on: day === '' || day > today() ? null : day })}
      />
      {on && (
        <>
          <TextArea label={<Trans>What was said</Trans>} rows={5} {...said} />
          <TextArea
            label={<Trans>What we will repair</Trans>}
            hint={<Trans>Ours to do, in words that can be checked.</Trans>}
            rows={3}
            {...toRepair}
          />
          {(conversation.toRepair !== '' || repaired) && (
            <p className="row">
              {repaired ? (
                <>
                  <span>
                    <Trans>
                      Repaired on {repaired}. Thirty days later these words go; that you talked, and
                      when, stays.
                    </Trans>
                  </span>
                  <Button kind="quiet" onPress={() => set({ repairedOn: null })}>
                    <Trans>Not yet after all</Trans>
                  </Button>
                </>
              ) : (
                <Button onPress={() => set({ repairedOn: today() })}>
                  <Trans>It is repaired</Trans>
                </Button>
              )}
            </p>
          )}
          <DayField
            label={<Trans>When we talk next</Trans>}
            hint={<Trans>On that day they are worth a call. It needs no event.</Trans>}
            value={nextOn ?? ''}
            onChange={(day) => set({ nextOn: day === '' ? null : day })}
          />
          <TellTheDay conversation={conversation} />
        </>
      )}
      <NotHere />
      <div className="row">
        <Button
          kind="quiet"
          onPress={() =>
            deleteIt(
              'conversations',
              id,
              t`The conversation is deleted.`,
              partner ? `/partners/${partner.id}` : '/partners',
            )
          }
        >
          <Trans>Delete</Trans>
        </Button>
      </div>
    </Page>
  );
}
