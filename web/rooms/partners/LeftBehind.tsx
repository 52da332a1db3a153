/** What points at a partner that somebody deleted meanwhile: said, so that nothing is kept out of sight. */
import {
  contactFields,
  conversationFields,
  discussionPartnerFields,
  harmFields,
  leftBehind,
  roleFields,
  undoOf,
} from '@alongside/practice';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useStands } from '../../ui/partners.ts';
import { useUndo } from '../../ui/Undo.tsx';
import { useRead, useWorkspace } from '../../ui/workspace.tsx';

export function LeftBehind() {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const { stands } = useStands();
  const changes = leftBehind(new Set(stands.keys()), {
    contacts: useRead('contacts', contactFields),
    harms: useRead('harms', harmFields),
    roles: useRead('roles', roleFields),
    conversations: useRead('conversations', conversationFields),
    discussionPartners: useRead('discussionPartners', discussionPartnerFields),
  });
  const count = changes.length;
  if (count === 0) return null;
  const remove = () => {
    const back = undoOf(changes, workspace.tables.get);
    workspace.commit(changes, workspace.coreTeam);
    offerUndo(t`Deleted.`, () => workspace.commit(back, workspace.coreTeam));
  };
  return (
    <Notice
      kind="care"
      actions={
        <Button onPress={remove}>
          <Trans>Delete what is left of them</Trans>
        </Button>
      }
    >
      <p>
        {plural(count, {
          one: '# thing is still written down about a partner that somebody deleted meanwhile.',
          other: '# things are still written down about partners that somebody deleted meanwhile.',
        })}
      </p>
    </Notice>
  );
}
