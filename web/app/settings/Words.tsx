/** New six words in place of the old, which are asked for first. */
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { useUndo } from '../../ui/Undo.tsx';
import { useGo } from '../../ui/where.ts';
import { NewWords } from '../keeping/NewWords.tsx';
import { typedWords } from '../keeping/SixWords.tsx';
import type { KeptWorkspace } from '../open-workspace/vault.ts';
import { type Refusal, refusalSentence } from '../refusal-sentences.tsx';
import { KeptOnly } from './KeptOnly.tsx';
import { WordsAgain } from './WordsAgain.tsx';

export default function Words() {
  return <KeptOnly>{(workspace) => <Change workspace={workspace} />}</KeptOnly>;
}

function Change({ workspace }: { readonly workspace: KeptWorkspace }) {
  const say = useUndo();
  const go = useGo();
  const [old, setOld] = useState('');
  const [typed, setTyped] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();

  if (typed)
    return (
      <NewWords
        done={<Trans>Use these words from now on</Trans>}
        onChosen={async (words) => {
          const refused = await workspace.changeWords(old, words);
          if (refused && isOfWords(refused)) {
            setRefusal(refused);
            setTyped(false);
            return undefined;
          }
          if (refused) return refused;
          go('/settings', { instead: true });
          say(t`From now on only the new words open this.`);
          return undefined;
        }}
      />
    );

  return (
    <Page
      title={<Trans>First the six words you have now.</Trans>}
      action={
        <Button
          kind="filled"
          isDisabled={typedWords(old).length === 0}
          onPress={() => setTyped(true)}
        >
          <Trans>Next</Trans>
        </Button>
      }
    >
      <WordsAgain value={old} onChange={setOld} />
      {refusal && (
        <Notice kind="care" announced>
          <p>{refusalSentence(refusal, typedWords(old))}</p>
        </Notice>
      )}
    </Page>
  );
}

/** The new words were drawn from the list: it is the old ones that are amiss. */
function isOfWords({ type }: Refusal): boolean {
  return type === 'WrongWords' || type === 'WordsMissing' || type === 'WordUnknown';
}
