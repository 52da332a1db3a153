/** The parts of the evening with their times, each open to change. */
import {
  changePart,
  type DiscussionPlan,
  insertPart,
  movePart,
  type PlanPart,
  type PlanTimes,
  removePart,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { OwnWords, ownWords } from '../../ui/OwnWords.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Minutes } from './Minutes.tsx';
import type { Write } from './PlanPage.tsx';
import { partWords } from './part-words.ts';

export function Parts({
  plan,
  times,
  write,
  newId,
  language,
}: {
  readonly plan: DiscussionPlan;
  readonly times: PlanTimes;
  readonly write: Write;
  readonly newId: () => string;
  readonly language: string;
}) {
  const [open, setOpen] = useState<string | null>(null);
  const add = () => {
    const id = newId();
    const part = { id, minutes: 5, title: t`A part of our own` };
    write(t`A part was put in`, insertPart(plan, plan.parts.length, part));
    setOpen(id);
  };
  return (
    <>
      <ol className="plan-parts">
        {plan.parts.map((part, at) => (
          <li key={part.id}>
            <Part
              part={part}
              from={times.parts[at]?.from ?? 0}
              to={times.parts[at]?.to ?? 0}
              isOpen={open === part.id}
              onOpen={(isOpen) => setOpen(isOpen ? part.id : null)}
              onEdit={(edit) => write(t`Changed`, changePart(plan, part.id, edit))}
              onMove={(by) => write(t`Moved`, movePart(plan, part.id, at + by))}
              onRemove={() => write(t`Taken out`, removePart(plan, part.id))}
            />
            {part.kind === 'your-turn' && (
              <ol className="plan-questions">
                {plan.prompts
                  .filter((prompt) => prompt.used)
                  .map((prompt) => (
                    <li key={prompt.id}>
                      <OwnWords lang={prompt.from ? language : undefined}>{prompt.text}</OwnWords>
                    </li>
                  ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
      <div className="screen-only">
        <Button onPress={add}>
          <Trans>Put in a part</Trans>
        </Button>
      </div>
    </>
  );
}

interface PartProps {
  readonly part: PlanPart;
  readonly from: number;
  readonly to: number;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onEdit: (edit: Parameters<typeof changePart>[2]) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

function Part({ part, from, to, isOpen, onOpen, onEdit, onMove, onRemove }: PartProps) {
  const { _ } = useLingui();
  const words = partWords[part.kind];
  const title = part.title ?? _(words.title);
  const say = part.say ?? _(words.say);
  const choose = (act: string) => {
    if (act === 'words') onOpen(true);
    if (act === 'up') onMove(-1);
    if (act === 'down') onMove(1);
    if (act === 'remove') onRemove();
  };
  return (
    <div className="plan-part">
      <p className="plan-clock">
        <bdi dir="ltr">
          {from}–{to}
        </bdi>
      </p>
      <div className="plan-words">
        <h3>
          <OwnWords>{title}</OwnWords>
        </h3>
        {isOpen ? (
          <PartEditor
            title={title}
            say={say}
            onSave={(edit) => {
              onEdit(edit);
              onOpen(false);
            }}
          />
        ) : (
          <p className="plan-say" {...ownWords(say)}>
            {say}
          </p>
        )}
      </div>
      <div className="plan-acts">
        <Minutes
          minutes={part.minutes}
          label={t`Minutes for ${title}`}
          onChange={(minutes) => onEdit({ minutes })}
        />
        <span className="screen-only">
          <Menu
            label={t`Change`}
            items={[
              { id: 'words', name: t`Change its words` },
              { id: 'up', name: t`Move up` },
              { id: 'down', name: t`Move down` },
              { id: 'remove', name: t`Take out` },
            ]}
            onChoose={choose}
          />
        </span>
      </div>
    </div>
  );
}

function PartEditor({
  title,
  say,
  onSave,
}: {
  readonly title: string;
  readonly say: string;
  readonly onSave: (edit: { title?: string; say?: string }) => void;
}) {
  const [newTitle, setTitle] = useState(title);
  const [newSay, setSay] = useState(say);
  const save = () =>
    onSave({
      ...(newTitle.trim() !== title && newTitle.trim() !== '' && { title: newTitle.trim() }),
      ...(newSay.trim() !== say && { say: newSay.trim() }),
    });
  return (
    <div className="stack">
      <TextField
        label={<Trans>What this part is called</Trans>}
        value={newTitle}
        onChange={setTitle}
        autoFocus
      />
      <TextArea label={<Trans>What you say</Trans>} value={newSay} onChange={setSay} />
      <Button onPress={save}>
        <Trans>Save</Trans>
      </Button>
    </div>
  );
}
