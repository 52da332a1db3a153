/** The one question a space keeps in front of itself, in its own words. */
import { ourQuestionFields, readFields } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { today } from '../../ui/days.ts';
import { ownWords } from '../../ui/OwnWords.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useUndo } from '../../ui/Undo.tsx';
import { WhoCanRead, WhoCanReadThis } from '../../ui/WhoCanRead.tsx';
import { useTable, useWorkspace } from '../../ui/workspace.tsx';

export function OurQuestion() {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const records = useTable('ourQuestion');
  const [typed, setTyped] = useState<string>();
  const latest = records.at(-1);
  const question = latest && readFields(ourQuestionFields, latest);

  const choose = () => {
    const record = workspace.newId();
    const set = (field: string, value: string | boolean) => ({
      table: 'ourQuestion',
      record,
      field,
      value,
    });
    workspace.commit([set('text', (typed ?? '').trim()), set('chosenOn', today())], 'everyone');
    setTyped(undefined);
    offerUndo(t`Our question is kept.`, () => workspace.commit([set('deleted', true)], 'everyone'));
  };

  return (
    <>
      <h2>
        <Trans>Our question</Trans>
      </h2>
      {typed === undefined ? (
        <>
          {question ? (
            <p className="our-question" {...ownWords(question.text)}>
              {question.text}
            </p>
          ) : (
            <p className="quiet">
              <Trans>
                One question of your own that everyone here sees each day, such as: Whose freedom do
                we make room for?
              </Trans>
            </p>
          )}
          {latest ? (
            <WhoCanReadThis table="ourQuestion" record={latest.id} />
          ) : (
            <WhoCanRead audience="everyone" />
          )}
          <div className="row">
            <Button kind="quiet" onPress={() => setTyped(question?.text ?? '')}>
              {question ? <Trans>Change our question</Trans> : <Trans>Choose our question</Trans>}
            </Button>
          </div>
        </>
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim() !== '') choose();
          }}
        >
          <TextArea
            label={<Trans>A question we keep asking ourselves</Trans>}
            value={typed}
            onChange={setTyped}
            maxLength={400}
            rows={3}
            autoFocus
          />
          <div className="row">
            <Button type="submit" isDisabled={typed.trim() === ''}>
              <Trans>Keep</Trans>
            </Button>
            <Button kind="quiet" onPress={() => setTyped(undefined)}>
              <Trans>Leave it</Trans>
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
