/** New six words in place of the old. */
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useUndo } from '../../ui/Undo.tsx';
import { useGo } from '../../ui/where.ts';
import { NewWords } from '../keeping/NewWords.tsx';
import { KeptOnly } from './KeptOnly.tsx';

export default function Words() {
  const say = useUndo();
  const go = useGo();
  return (
    <KeptOnly>
      {(workspace) => (
        <NewWords
          done={<Trans>Use these words from now on</Trans>}
          onChosen={async (words) => {
            const refused = await workspace.changeWords(words);
            if (refused) return refused;
            go('/settings', { instead: true });
            say(t`From now on only the new words open this.`);
            return undefined;
          }}
        />
      )}
    </KeptOnly>
  );
}
