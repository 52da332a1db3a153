/** The way back to the line of the story that something came from. */
import type { StorySource } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { TextLink } from './Link.tsx';

/** The address of a piece within its story, where the reader is brought to it. */
export function lineAddress({ story, piece }: Pick<StorySource, 'story' | 'piece'>): string {
  return `/stories/${story}?piece=${encodeURIComponent(piece)}`;
}

export function LineLink({ from }: { readonly from: StorySource }) {
  const { line } = from;
  return (
    <TextLink to={lineAddress(from)}>
      {line > 0 ? <Trans>line {line} of the story</Trans> : <Trans>its place in the story</Trans>}
    </TextLink>
  );
}
