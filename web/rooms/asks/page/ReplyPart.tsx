/**
 * The reply: drafted in their language from what was decided, changed as we like, copied and sent by
 * whatever way the message came. Copying uses the clipboard; where the browser refuses, the words are
 * selected for the person to copy.
 */
import { draftReply, replyLanguages } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { today } from '../../../ui/days.ts';
import { Select } from '../../../ui/Select.tsx';
import { useOurselves } from '../../../ui/single.ts';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { useKeptWords } from '../../../ui/useKeptWords.ts';
import { languageNames } from '../ask-words.ts';
import type { Given } from './given.ts';
import { Part } from './Part.tsx';
import { printReply } from './PrintedAsk.tsx';

export function ReplyPart({ ask, change, parts }: Given) {
  const { name, purpose, offer } = useOurselves();
  const say = useUndo();
  const area = useRef<HTMLTextAreaElement>(null);
  const [selected, setSelected] = useState(false);
  const draft = draftReply(ask, { us: name, today: today(), purpose, offer });
  const reply = useKeptWords(ask.reply || draft, (words) =>
    change({ reply: words === draft ? '' : words }),
  );

  const copy = async () => {
    setSelected(false);
    try {
      await navigator.clipboard.writeText(reply.value);
      say(t`Copied. Paste it where their message came from.`);
    } catch {
      area.current?.focus();
      area.current?.select();
      setSelected(true);
    }
  };

  return (
    <Part name="reply" title={<Trans>A reply to send</Trans>} parts={parts}>
      {reply.value === '' ? (
        <p className="quiet">
          <Trans>
            Once there is an answer, or a day by which they will hear, a reply is drafted here.
          </Trans>
        </p>
      ) : (
        <>
          <TextArea
            label={<Trans>The reply</Trans>}
            hint={<Trans>Change it until it sounds like you. Add your name at the end.</Trans>}
            rows={10}
            lang={ask.language}
            areaRef={area}
            {...reply}
          />
          <Select
            label={<Trans>Language of the reply</Trans>}
            options={replyLanguages.map((language) => ({
              id: language,
              name: languageNames[language],
            }))}
            value={ask.language}
            onChange={(language) => change({ language, reply: '' })}
          />
          {purpose !== '' && (
            <Checkbox
              isSelected={ask.saysPurpose}
              onChange={(saysPurpose) => change({ saysPurpose, reply: '' })}
            >
              <Trans>Say what we are for</Trans>
            </Checkbox>
          )}
          {offer !== '' && (
            <Checkbox
              isSelected={ask.saysOffer}
              onChange={(saysOffer) => change({ saysOffer, reply: '' })}
            >
              <Trans>Say what else we can offer</Trans>
            </Checkbox>
          )}
          {selected && (
            <p role="status">
              <Trans>The reply is selected: copy it with your device’s own command.</Trans>
            </p>
          )}
          {/* On a phone only what is pressed next stays in view: the reply needs the room. */}
          <div className="row">
            <Button kind="quiet" onPress={printReply}>
              <Trans>Print the reply</Trans>
            </Button>
            {ask.reply !== '' && (
              <Button kind="quiet" onPress={() => takeBack()}>
                <Trans>Back to the draft</Trans>
              </Button>
            )}
            <span className="on-phones">
              <Button kind="quiet" onPress={() => parts.before && parts.open(parts.before)}>
                <Trans>Back</Trans>
              </Button>
            </span>
          </div>
          <div className="reply-steps row">
            <Button kind="filled" onPress={() => void copy()}>
              <Trans>Copy the reply</Trans>
            </Button>
            <span className="on-phones">
              {parts.next && (
                <Button kind="quiet" onPress={() => parts.next && parts.open(parts.next)}>
                  <Trans>Next</Trans>
                </Button>
              )}
            </span>
          </div>
        </>
      )}
    </Part>
  );

  /** Drops the changes for the draft; the changed words can be had back. */
  function takeBack() {
    const written = ask.reply;
    change({ reply: '' });
    say(t`The draft is back.`, () => change({ reply: written }));
  }
}
