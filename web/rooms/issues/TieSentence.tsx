/** A tie as a sentence, and the line of the story it came from. */
import type { Tie } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { lineAddress } from '../../ui/LineLink.tsx';
import { TextLink } from '../../ui/Link.tsx';
import { OwnWords } from '../../ui/OwnWords.tsx';
import { useRecord } from '../../ui/workspace.tsx';
import type { DrawnTie } from './useMap.ts';

export function TieSentence({ tie, from, to }: DrawnTie) {
  const first = <OwnWords>{from}</OwnWords>;
  const second = <OwnWords>{to}</OwnWords>;
  switch (tie.kind) {
    case 'reaches':
      return (
        <Trans>
          {second}: reached by {first}
        </Trans>
      );
    case 'done-by':
      return (
        <Trans>
          {first}: done by {second}
        </Trans>
      );
    case 'works-on':
      return (
        <Trans>
          {first}: at work on {second}
        </Trans>
      );
    case 'shares':
      return (
        <Trans>
          {first} and {second}: something shared
        </Trans>
      );
    default:
      return (
        <Trans>
          {first}, together with {second}
        </Trans>
      );
  }
}

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
