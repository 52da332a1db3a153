/** An answer that others had a part in: what it is, how it came about, and opening it again. */
import type { Ask } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../../ui/Button.tsx';
import { TextLink } from '../../../../ui/Link.tsx';
import { useUndo } from '../../../../ui/Undo.tsx';
import { useWorkspace } from '../../../../ui/workspace.tsx';
import { answerWords, decidedWords } from '../../ask-words.ts';
import { commitWithUndo, reopenAsk } from '../../write-decisions.ts';
import type { Given } from '../given.ts';

export function Answered({ ask }: Given) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const { _ } = useLingui();
  const open = () =>
    offerUndo(t`The ask is open again.`, commitWithUndo(workspace, reopenAsk(ask.id)));
  return (
    <>
      <p>
        <strong>{ask.answer && _(answerWords[ask.answer])}</strong>
      </p>
      <HowItCameAbout ask={ask} />
      <div className="row">
        <Button kind="quiet" onPress={open}>
          <Trans>Open it again</Trans>
        </Button>
      </div>
    </>
  );
}

function HowItCameAbout({ ask }: { readonly ask: Ask }) {
  const { _ } = useLingui();
  if (!ask.decidedHow) return null;
  return (
    <p className="quiet">
      {_(decidedWords[ask.decidedHow])}
      {ask.rule && (
        <>
          {' '}
          <TextLink to={`/asks/rules/${ask.rule}`}>
            <Trans>See the rule</Trans>
          </TextLink>
        </>
      )}
    </p>
  );
}
