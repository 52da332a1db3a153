/** Right after a story is kept: three ways on, and none of them pressed. */
import type { KeptStory } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { LinkButton } from '../../../ui/Link.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useGo } from '../../../ui/where.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { useTalkAboutIt } from '../useTalkAboutIt.ts';

export function AfterKeeping({ story }: { readonly story: KeptStory }) {
  const { kind } = useWorkspace();
  const talk = useTalkAboutIt(story);
  const go = useGo();
  return (
    <div className="screen-only">
      <Notice
        kind={kind === 'kept' ? 'kept' : 'calm'}
        actions={
          <>
            {kind === 'passing' && (
              <LinkButton to="/keep" kind="filled">
                <Trans>Keep this story</Trans>
              </LinkButton>
            )}
            <Button onPress={talk}>
              <Trans>Talk about it tonight</Trans>
            </Button>
            <LinkButton to={`/stories/${story.id}/practice`}>
              <Trans>Use its questions for asks</Trans>
            </LinkButton>
            <Button kind="quiet" onPress={() => go(`/stories/${story.id}`, { instead: true })}>
              <Trans>Just read</Trans>
            </Button>
          </>
        }
      >
        <p>
          {kind === 'kept' ? (
            <Trans>The story is kept. What now?</Trans>
          ) : (
            <Trans>
              The story is here until you close this page. To have it again tomorrow, keep it.
            </Trans>
          )}
        </p>
      </Notice>
    </div>
  );
}
