/**
 * Sharing a part of a page, in two steps: choose the words and who may read them; then see exactly what
 * goes. Nothing goes from the first step, and the second has no field to change.
 */
import { type Previewed, previewExcerpt } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Radio, RadioGroup } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ownWords } from '../../ui/OwnWords.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useOutsideCore } from '../../ui/together.ts';
import { useUndo } from '../../ui/Undo.tsx';
import { WhoCanRead } from '../../ui/WhoCanRead.tsx';
import { useWorkspace } from '../../ui/workspace.tsx';
import { useSharing } from './useExcerpts.ts';

type Readers = 'coreTeam' | 'everyone';

export function ShareExcerpt({
  page,
  words,
  onClose,
}: {
  readonly page: string;
  /** What is proposed: what was marked on the page, else all of it. */
  readonly words: string;
  readonly onClose: () => void;
}) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const { share } = useSharing();
  const [chosen, setChosen] = useState(words);
  const isOutside = useOutsideCore();
  const [readers, setReaders] = useState<Readers>(isOutside ? 'everyone' : 'coreTeam');
  const [seen, setSeen] = useState<Previewed>();
  const preview = previewExcerpt(chosen);
  const audience = readers === 'everyone' ? 'everyone' : workspace.coreTeam;

  if (seen)
    return (
      <Dialog
        title={<Trans>This is all that goes.</Trans>}
        isOpen
        onClose={onClose}
        closing={false}
        actions={
          <>
            <Button
              kind="filled"
              onPress={() => {
                offerUndo(
                  t`Shared. The page itself is still yours alone.`,
                  share(seen, page, audience),
                );
                onClose();
              }}
            >
              <Trans>Share exactly this</Trans>
            </Button>
            <Button kind="quiet" onPress={() => setSeen(undefined)}>
              <Trans>Change it</Trans>
            </Button>
          </>
        }
      >
        <blockquote className="excerpt" {...ownWords(seen.text)}>
          {seen.text}
        </blockquote>
        <WhoCanRead audience={audience} />
        <p className="quiet">
          <Trans>
            Your name here and today’s date go with it. Nothing else of your notebook does.
          </Trans>
        </p>
      </Dialog>
    );
  return (
    <Dialog
      title={<Trans>Share a part of this page</Trans>}
      isOpen
      onClose={onClose}
      actions={
        <Button
          kind="filled"
          isDisabled={preview.type !== 'Previewed'}
          onPress={() => preview.type === 'Previewed' && setSeen(preview)}
        >
          <Trans>See what goes</Trans>
        </Button>
      }
    >
      <TextArea
        label={<Trans>The part that goes</Trans>}
        hint={<Trans>Take out what is for you alone. The page stays as you wrote it.</Trans>}
        rows={6}
        value={chosen}
        onChange={setChosen}
        {...(preview.type === 'ExcerptTooLong' && {
          wrong: <Trans>This is too long to share in one piece. Take something out.</Trans>,
        })}
      />
      <RadioGroup
        label={<Trans>Who may read it?</Trans>}
        value={readers}
        onChange={(one) => setReaders(one === 'everyone' ? 'everyone' : 'coreTeam')}
      >
        {!isOutside && (
          <Radio value="coreTeam">
            <Trans>core team</Trans>
          </Radio>
        )}
        <Radio value="everyone">
          <Trans>everyone here</Trans>
        </Radio>
      </RadioGroup>
    </Dialog>
  );
}
