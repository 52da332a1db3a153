/**
 * The words that go out with a link of ours: a messenger shows them, since of the page itself it shows nothing
 * but its fixed title. Chosen once and the same for every link; they go with the link that is sent, never to
 * our server as it serves the page.
 */
import { cleanLine } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { useOurselves, writeOurselves } from '../../ui/single.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { useUndo } from '../../ui/Undo.tsx';
import { useWorkspace } from '../../ui/workspace.tsx';

/** Longer, a messenger cuts them. */
const atMost = 300;

export function WordsWithLink({ link }: { readonly link: string }) {
  const workspace = useWorkspace();
  const ourselves = useOurselves();
  const say = useUndo();
  const area = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<string>();
  const words = typed ?? (ourselves.linkWords || ourselves.name);
  const copy = async () => {
    const line = cleanLine(words);
    if (typed !== undefined && line !== ourselves.linkWords)
      writeOurselves(workspace, { linkWords: line });
    try {
      await navigator.clipboard.writeText(line === '' ? link : `${line}\n${link}`);
      say(t`The words and the link are copied.`);
    } catch {
      area.current?.focus();
      area.current?.select();
    }
  };
  return (
    <Disclosure summary={<Trans>Words to send with it</Trans>}>
      <TextArea
        label={<Trans>Our words before a link</Trans>}
        hint={
          <Trans>
            Kept for the next link too. Whoever is sent the link reads them, and so does the
            messenger that carries it: do not write here what the page itself asks.
          </Trans>
        }
        value={words}
        onChange={setTyped}
        maxLength={atMost}
        rows={2}
        areaRef={area}
      />
      <Button onPress={() => void copy()}>
        <Trans>Copy the words and the link</Trans>
      </Button>
    </Disclosure>
  );
}
