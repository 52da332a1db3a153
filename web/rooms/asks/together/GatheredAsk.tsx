/** One ask among many: who, what, where it stands, the same as it came other times, and its reply to copy. */
import { type Ask, askChanges, draftReply, joinAsk } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { today, useSayDay } from '../../../ui/days.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { OwnWords, ownWords } from '../../../ui/OwnWords.tsx';
import { useOurselves } from '../../../ui/single.ts';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { Unverified } from '../../../ui/Unverified.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { answerWords } from '../ask-words.ts';
import { commitWithUndo } from '../write-decisions.ts';

export function GatheredAsk({ ask, also }: { readonly ask: Ask; readonly also: readonly Ask[] }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const { _ } = useLingui();
  const sayDay = useSayDay();
  const until = ask.holdingUntil && sayDay(ask.holdingUntil);
  const told = ask.toldOn && sayDay(ask.toldOn);
  const out = () =>
    offerUndo(
      t`It stands by itself again.`,
      commitWithUndo(workspace, askChanges(ask.id, { gathering: null })),
    );
  const apart = (id: string) =>
    offerUndo(t`They stand apart again.`, commitWithUndo(workspace, joinAsk(id, null)));
  return (
    <>
      <h2 className="ask-name">
        <TextLink to={`/asks/${ask.id}`}>
          <OwnWords>{ask.from}</OwnWords>
        </TextLink>
      </h2>
      <p {...ownWords(ask.what)}>{ask.what}</p>
      <Unverified ask={ask.id} />
      <p className="quiet">
        {ask.answer !== null ? (
          _(answerWords[ask.answer])
        ) : until ? (
          <Trans>They will hear from us by {until}.</Trans>
        ) : (
          <Trans>no answer yet</Trans>
        )}
        {told && (
          <>
            {' · '}
            <Trans>copied on {told}</Trans>
          </>
        )}
      </p>
      {also.map((other) => (
        <p key={other.id} className="quiet">
          <TextLink to={`/asks/${other.id}`}>
            <Trans>It also came another time</Trans>
          </TextLink>{' '}
          <Button kind="quiet" onPress={() => apart(other.id)}>
            <Trans>Take them apart</Trans>
          </Button>
        </p>
      ))}
      <ReplyToCopy ask={ask} />
      {ask.answer === null && (
        <div className="row">
          <Button kind="quiet" onPress={out}>
            <Trans>It is about something else</Trans>
          </Button>
        </div>
      )}
    </>
  );
}

function ReplyToCopy({ ask }: { readonly ask: Ask }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const area = useRef<HTMLTextAreaElement>(null);
  const [selected, setSelected] = useState(false);
  const { name, purpose, offer } = useOurselves();
  const reply = ask.reply || draftReply(ask, { us: name, today: today(), purpose, offer });
  if (reply === '') return null;
  const told = () => workspace.commit(askChanges(ask.id, { toldOn: today() }), workspace.coreTeam);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(reply);
      offerUndo(t`Copied. Paste it where their message came from.`);
    } catch {
      area.current?.focus();
      area.current?.select();
      setSelected(true);
    }
    told();
  };
  const whom = ask.from;
  return (
    <>
      <div className="row">
        <Button onPress={() => void copy()} aria-label={t`Copy the reply to ${whom}`}>
          <Trans>Copy the reply</Trans>
        </Button>
      </div>
      <Disclosure summary={<Trans>The reply</Trans>} open={selected}>
        <TextArea
          label={<Trans>The reply</Trans>}
          value={reply}
          isReadOnly
          rows={6}
          lang={ask.language}
          areaRef={area}
        />
      </Disclosure>
    </>
  );
}
