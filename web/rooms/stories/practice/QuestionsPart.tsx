/** The story's guiding questions as questions to weigh asks with; ours where it has none. */
import {
  builtInQuestions,
  type KeptStory,
  keepQuestionSet,
  type Lens,
  type QuestionLanguage,
  questionSetOf,
  questionsFromStory,
  storyName,
  undoOf,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { LineLink } from '../../../ui/LineLink.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { useWhere, useWorkspace } from '../../../ui/workspace.tsx';
import { lensNames } from './lens-names.ts';

export function QuestionsPart({ story }: { readonly story: KeptStory }) {
  const { _ } = useLingui();
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const record = useWhere('questionSets', 'story', story.id).at(-1);
  const kept = record && questionSetOf(record);
  const weighed = useWhere('asks', 'questionSet', kept?.id ?? '').length;
  const [lenses, setLenses] = useState<Readonly<Record<string, Lens>>>({});
  const questions = (kept?.questions ?? questionsFromStory(story)).map((question) => ({
    ...question,
    lens: lenses[question.id] ?? question.lens,
  }));
  if (questions.length === 0) return <BuiltIn />;

  const keep = (asked: typeof questions) => {
    const id = kept?.id ?? workspace.newId();
    const changes = keepQuestionSet({
      id,
      name: kept?.name ?? storyName(story),
      story: story.id,
      questions: asked,
    });
    const back = undoOf(changes, workspace.tables.get);
    workspace.commit(changes, 'everyone');
    offerUndo(t`These are now questions for asks`, () => workspace.commit(back, 'everyone'));
  };
  const choose = (id: string, lens: Lens) => {
    setLenses((now) => ({ ...now, [id]: lens }));
    if (kept) keep(questions.map((one) => (one.id === id ? { ...one, lens } : one)));
  };
  return (
    <section className="practice-part" id="questions">
      <h2>
        <Trans>Its questions, for our asks</Trans>
      </h2>
      <Rows>
        {questions.map((question) => (
          <Row key={question.id}>
            <p className="practice-words" lang={story.document.language} dir="auto">
              {question.text}
            </p>
            {question.from && (
              <p className="quiet">
                <LineLink from={question.from} />
              </p>
            )}
            <Select
              label={<Trans>It looks at</Trans>}
              value={question.lens}
              options={Object.entries(lensNames).map(([id, name]) => ({ id, name: _(name) }))}
              onChange={(lens) => choose(question.id, lens as Lens)}
            />
          </Row>
        ))}
      </Rows>
      {kept ? (
        <p>
          <Plural
            value={weighed}
            _0="No ask is weighed with them yet."
            one="One ask is weighed with them."
            _2="Two asks are weighed with them."
            other="# asks are weighed with them."
          />{' '}
          <Trans>In an ask, choose them under “Where these questions come from”.</Trans>
        </p>
      ) : (
        <Button onPress={() => keep(questions)}>
          <Trans>Use its questions for asks</Trans>
        </Button>
      )}
    </section>
  );
}

function BuiltIn() {
  const { i18n } = useLingui();
  const language = (['es', 'ar'].includes(i18n.locale) ? i18n.locale : 'en') as QuestionLanguage;
  const set = builtInQuestions[language];
  return (
    <section className="practice-part" id="questions">
      <h2>
        <Trans>Questions for our asks</Trans>
      </h2>
      <p>
        <Trans>This story names no guiding questions. These come with Alongside.</Trans>
      </p>
      <Rows>
        {set.questions.map((question) => (
          <Row key={question.id}>
            <p className="practice-words">{question.text}</p>
            <p className="quiet">{question.more}</p>
          </Row>
        ))}
      </Rows>
      <p className="quiet">{set.credit}</p>
    </section>
  );
}
