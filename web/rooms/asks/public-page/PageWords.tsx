/** What our public page says: a name, a sentence or two of who we are, and how else we can be reached. */
import {
  cleanLine,
  type PublicPage,
  type PublicWords,
  whatIsWrongWithPublicPage,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import { useOurselves } from '../../../ui/single.ts';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';

export function PageWords({
  page,
  onDone,
}: {
  readonly page?: PublicPage;
  readonly onDone: (words: PublicWords) => void;
}) {
  const { name, purpose } = useOurselves();
  const [typed, setTyped] = useState<Partial<PublicWords>>({});
  const [isWrong, setWrong] = useState(false);
  const words: PublicWords = {
    us: page?.us ?? name,
    about: page?.about ?? beginningOf(purpose),
    instead: page?.instead ?? '',
    ...typed,
  };
  const set = (given: Partial<PublicWords>) => setTyped({ ...typed, ...given });
  const done = (event: SubmitEvent) => {
    event.preventDefault();
    const found = whatIsWrongWithPublicPage(words);
    setWrong(found.length > 0);
    if (found.length > 0) return;
    onDone({ us: cleanLine(words.us), about: words.about.trim(), instead: words.instead.trim() });
  };
  return (
    <form id="public-page" className="stack" onSubmit={done} noValidate>
      <TextField
        label={<Trans>Who are we, on that page?</Trans>}
        hint={<Trans>The name by which they know us.</Trans>}
        value={words.us}
        onChange={(us) => set({ us })}
        maxLength={300}
        isRequired
        {...(isWrong && { wrong: t`Write a name by which they know us.` })}
      />
      <TextArea
        label={<Trans>Who we are, in a sentence or two</Trans>}
        hint={<Trans>Anyone who has the link reads it.</Trans>}
        rows={3}
        value={words.about}
        onChange={(about) => set({ about })}
      />
      <TextArea
        label={<Trans>How else can we be reached while it is paused?</Trans>}
        hint={<Trans>A number or an address that may be public; or leave it empty.</Trans>}
        rows={2}
        value={words.instead}
        onChange={(instead) => set({ instead })}
      />
    </form>
  );
}

/** Half a page is too much to begin with: its first sentences, up to some length. */
function beginningOf(purpose: string): string {
  const [first = ''] = purpose.split('\n').filter((part) => part.trim() !== '');
  return first.slice(0, 400);
}
