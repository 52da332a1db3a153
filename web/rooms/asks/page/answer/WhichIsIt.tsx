/** Two answers given on two devices at the same time: both are shown, and people say which it is. */
import { type Answer, type Ask, answerAsk, answers } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useAlsoWritten } from '../../../../ui/also-written.ts';
import { Button } from '../../../../ui/Button.tsx';
import { today } from '../../../../ui/days.ts';
import { Notice } from '../../../../ui/Notice.tsx';
import { useWorkspace } from '../../../../ui/workspace.tsx';
import { answerWords } from '../../ask-words.ts';

export function WhichIsIt({ ask }: { readonly ask: Ask }) {
  const workspace = useWorkspace();
  const { _ } = useLingui();
  const also = useAlsoWritten('asks', ask.id, 'answer');
  const given: (Answer | null)[] = [ask.answer, ...also.map(readAnswer)];
  const different = [...new Set(given.filter((answer) => answer !== null))];
  if (also.length === 0 || different.length === 0) return null;
  return (
    <Notice
      kind="care"
      announced
      actions={different.map((answer) => (
        <Button
          key={answer}
          onPress={() =>
            workspace.commit(
              answerAsk(ask.id, answer, today(), { how: 'together' }),
              workspace.coreTeam,
            )
          }
        >
          {_(answerWords[answer])}
        </Button>
      ))}
    >
      <p>
        <Trans>
          Two of us answered at the same time, and not the same. Both are kept. Which is it?
        </Trans>
      </p>
    </Notice>
  );
}

function readAnswer(value: unknown): Answer | null {
  return answers.find((answer) => answer === value) ?? null;
}
