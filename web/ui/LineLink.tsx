/** The way back to the line of the story that something came from. */
import type { StorySource } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { TextLink } from './Link.tsx';

export function LineLink({ from }: { readonly from: StorySource }) {
  const { line } = from;
  return (
    <TextLink to={`/stories/${from.story}?piece=${encodeURIComponent(from.piece)}`}>
      {line > 0 ? <Trans>line {line} of the story</Trans> : <Trans>its place in the story</Trans>}
    </TextLink>
  );
}
