/** Erase this workspace from this device: the one thing here that cannot be undone, so it says what goes and asks. */
import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { KeepingNotice } from '../../ui/KeepingNotice.tsx';
import { LinkButton } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { useGo } from '../../ui/where.ts';
import type { KeptWorkspace } from '../open-workspace/vault.ts';
import { type Refusal, refusalSentence } from '../refusal-sentences.tsx';
import { useMoves } from '../session/context.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import { KeptOnly } from './KeptOnly.tsx';

export default function Erase() {
  return <KeptOnly>{(workspace) => <AskFirst workspace={workspace} />}</KeptOnly>;
}

function AskFirst({ workspace }: { readonly workspace: KeptWorkspace }) {
  const { erase } = useMoves();
  const go = useGo();
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const { tables } = workspace;
  const count = tables.tableNames().reduce((sum, table) => sum + tables.all(table).length, 0);

  const goAhead = async () => {
    setAsking(false);
    const refused = await erase();
    if (refused) {
      setRefusal(refused);
      return;
    }
    go('/', { instead: true });
  };

  return (
    <Page
      title={<Trans>Erase this workspace from this device.</Trans>}
      action={
        <>
          <Button kind="grave" onPress={() => setAsking(true)}>
            <Trans>Erase it from this device</Trans>
          </Button>
          <LinkButton to="/settings/backup">
            <Trans>Make a backup first</Trans>
          </LinkButton>
        </>
      }
    >
      <Notice kind="grave">
        <p>
          <strong>
            <Trans>If papers have been served, stop and call the lawyer first.</Trans>
          </strong>
        </p>
      </Notice>
      <KeepingNotice />
      <p>
        <Plural
          value={count}
          one="One thing that was written here goes, and the keys that open it."
          other="# things that were written here go, and the keys that open them."
        />
      </p>
      <p>
        <Trans>
          What is on the server and on other devices stays. Where neither has them, only a backup
          brings them back.
        </Trans>
      </p>
      <p>
        <Trans>
          Only the workspace that is open goes. If another rests here under words of its own, the
          lock comes next: there, “I do not have the words any more” also erases what is left.
        </Trans>
      </p>
      {refusal && (
        <Notice kind="grave" announced>
          <p>{refusalSentence(refusal)}</p>
        </Notice>
      )}
      <EraseDialog
        isOpen={asking}
        onClose={() => setAsking(false)}
        onErase={() => void goAhead()}
      />
    </Page>
  );
}
