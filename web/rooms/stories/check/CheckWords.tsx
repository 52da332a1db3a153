/** Words that both ways of checking use. */
import type { Reading } from '@alongside/practice';
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';

interface OfReading {
  readonly reading: Reading;
}

export function CheckTitle({ reading }: OfReading) {
  return reading.isStory ? (
    <Trans>We found a story. Does it match the document?</Trans>
  ) : (
    <Trans>This does not read like a story.</Trans>
  );
}

export function NoStory({ reading }: OfReading) {
  if (reading.isStory) return null;
  return (
    <p>
      <Trans>All its text is below; mark the parts, or keep it as a reading.</Trans>
    </p>
  );
}

/** What was in the file and is not text. */
export function LeftOut({ reading }: OfReading) {
  const count = reading.document.leftOut?.reduce((sum, part) => sum + part.count, 0) ?? 0;
  if (count === 0) return null;
  return (
    <p className="quiet">
      <Plural
        value={count}
        one="One part of the file was no text (a picture, a script) and was left out, unopened."
        other="# parts of the file were no text (pictures, scripts) and were left out, unopened."
      />
    </p>
  );
}

export function KeepButton({ reading, onPress }: OfReading & { readonly onPress: () => void }) {
  return (
    <Button kind="filled" onPress={onPress}>
      {reading.isStory ? <Trans>Keep this story</Trans> : <Trans>Keep it as a reading</Trans>}
    </Button>
  );
}
