/** Themes and questions of the story to use that evening, or to set aside; and questions of our own. */
import {
  type DiscussionPlan,
  type PlanTopic,
  setTopicUsed,
  writePrompt,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Checkbox, CheckboxGroup } from '../../ui/Choices.tsx';
import { LineLink } from '../../ui/LineLink.tsx';
import { ownWords } from '../../ui/OwnWords.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Write } from './PlanPage.tsx';

export function Topics({
  plan,
  language,
  write,
  newId,
}: {
  readonly plan: DiscussionPlan;
  readonly language: string;
  readonly write: Write;
  readonly newId: () => string;
}) {
  const [own, setOwn] = useState('');
  const set = (which: 'theme' | 'prompt', topics: readonly PlanTopic[]) => (chosen: string[]) => {
    const changes = topics
      .filter((topic) => topic.used !== chosen.includes(topic.id))
      .flatMap((topic) => setTopicUsed(plan, which, topic.id, chosen.includes(topic.id)));
    if (changes.length > 0) write(t`Changed`, changes);
  };
  const add = () => {
    write(t`A question was added`, writePrompt(plan, newId(), own.trim()));
    setOwn('');
  };
  return (
    <div className="stack">
      <TopicList
        label={<Trans>Themes</Trans>}
        topics={plan.themes}
        language={language}
        onChange={set('theme', plan.themes)}
      />
      <div className="plan-prompts">
        <TopicList
          label={<Trans>Questions</Trans>}
          topics={plan.prompts}
          language={language}
          onChange={set('prompt', plan.prompts)}
        />
      </div>
      <div className="screen-only stack">
        <TextField label={<Trans>A question of our own</Trans>} value={own} onChange={setOwn} />
        <Button isDisabled={own.trim() === ''} onPress={add}>
          <Trans>Add it</Trans>
        </Button>
      </div>
    </div>
  );
}

function TopicList({
  label,
  topics,
  language,
  onChange,
}: {
  readonly label: ReactNode;
  readonly topics: readonly PlanTopic[];
  readonly language: string;
  readonly onChange: (chosen: string[]) => void;
}) {
  if (topics.length === 0) return null;
  return (
    <CheckboxGroup
      label={label}
      value={topics.filter((topic) => topic.used).map((topic) => topic.id)}
      onChange={onChange}
    >
      {topics.map((topic) => (
        <div key={topic.id} className="plan-topic" data-used={topic.used || undefined}>
          <Checkbox value={topic.id}>
            <span {...ownWords(topic.text, topic.from ? language : undefined)}>{topic.text}</span>
          </Checkbox>
          {topic.from && (
            <span className="quiet screen-only">
              <LineLink from={topic.from} />
            </span>
          )}
        </div>
      ))}
    </CheckboxGroup>
  );
}
