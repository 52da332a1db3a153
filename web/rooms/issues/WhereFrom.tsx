/** The line of the story that a tie came from. */
import type { Tie } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { lineAddress } from '../../ui/LineLink.tsx';
import { TextLink } from '../../ui/Link.tsx';
import { OwnWords } from '../../ui/OwnWords.tsx';
import { useRecord } from '../../ui/workspace.tsx';

export function WhereFrom({ tie }: { readonly tie: Tie }) {
  const story = useRecord('stories', tie.source?.story ?? '');
  if (!tie.source || !story) return null;
  const line = tie.source.line;
  return (
    <p className="quiet">
      <TextLink to={lineAddress(tie.source)}>
        {typeof story.title === 'string' && story.title !== '' && (
          <>
            <OwnWords>{story.title}</OwnWords>
            {' · '}
          </>
        )}
        {line > 0 ? <Trans>line {line} of the story</Trans> : <Trans>in the story</Trans>}
      </TextLink>
    </p>
  );
}
