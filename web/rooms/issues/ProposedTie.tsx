/** A tie that a story's sentence speaks of: the sentence, where it stands, and keep or leave. */
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { ownWords } from '../../ui/OwnWords.tsx';
import { type DrawnTie, TieSentence } from '../../ui/TieSentence.tsx';
import { useUndo } from '../../ui/Undo.tsx';
import { useWorkspace } from '../../ui/workspace.tsx';
import { WhereFrom } from './WhereFrom.tsx';

export function ProposedTie({ drawn }: { readonly drawn: DrawnTie }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const { tie } = drawn;
  const set = (state: string) =>
    workspace.commit(
      [{ table: 'ties', record: tie.id, field: 'state', value: state }],
      workspace.coreTeam,
    );
  const decide = (state: 'kept' | 'left') => {
    set(state);
    offerUndo(state === 'kept' ? t`Kept as a tie of ours.` : t`Left in the story.`, () =>
      set('proposed'),
    );
  };
  return (
    <>
      <p className="tie">
        <TieSentence {...drawn} />
      </p>
      <blockquote {...ownWords(tie.why)}>{tie.why}</blockquote>
      <WhereFrom tie={tie} />
      <div className="row">
        <Button onPress={() => decide('kept')}>
          <Trans>Keep it</Trans>
        </Button>
        <Button kind="quiet" onPress={() => decide('left')}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </>
  );
}
