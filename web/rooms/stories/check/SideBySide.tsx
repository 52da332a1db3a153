/** The check where there is room: the document left, the story right, the same letters in both. */
import type { PieceKind } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Page } from '../../../ui/Page.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import type { CheckParts } from './Check.tsx';
import { CheckTitle, KeepButton, LeftOut, NoStory } from './CheckWords.tsx';
import { acceptAll, look, type MarkedWords, markWords, takeBack } from './check.ts';
import { DocumentColumn } from './DocumentColumn.tsx';
import { FoundLine } from './FoundLine.tsx';
import { marksOf } from './marks.ts';
import { SomethingElse } from './SomethingElse.tsx';
import { StoryColumn } from './StoryColumn.tsx';
import './SideBySide.css';

export function SideBySide(props: CheckParts) {
  const { check, setCheck, onAccept, onAssign, onKeep, onAnother } = props;
  const { reading } = check;
  const marks = useMemo(() => marksOf(check.pieces), [check.pieces]);
  const [marked, setMarked] = useState<MarkedWords | null>(null);
  const offerUndo = useUndo();
  const onLook = (id: string) => {
    if (id !== check.at) setCheck(look(check, id));
  };
  const onMarked = (kind: PieceKind) => {
    if (!marked) return;
    setCheck((now) => markWords(now, marked, kind));
    setMarked(null);
    getSelection()?.removeAllRanges();
    offerUndo(t`A part was put in`, () => setCheck(takeBack));
  };
  const allSeen = check.pieces.every((piece) => check.seen.has(piece.id));
  return (
    <Page wide title={<CheckTitle reading={reading} />}>
      <div className="check-head">
        <div>
          <FoundLine pieces={check.pieces} />
          <NoStory reading={reading} />
          <LeftOut reading={reading} />
          <p className="quiet">
            <Trans>
              <kbd>J</kbd> and <kbd>K</kbd> walk, <kbd>Enter</kbd> accepts, a letter says what it
              is.
            </Trans>
          </p>
        </div>
        <div className="row">
          <Button kind="quiet" onPress={onAnother}>
            <Trans>Another document</Trans>
          </Button>
          {check.seen.size > 0 && !allSeen && (
            <Button onPress={() => setCheck(acceptAll(check))}>
              <Trans>All of it is right</Trans>
            </Button>
          )}
          <KeepButton reading={reading} onPress={onKeep} />
        </div>
      </div>
      <div className="check-columns">
        <div className="check-side">
          <div className="check-side-head">
            <h2>
              <Trans>The document, as it came</Trans>
            </h2>
            {marked ? (
              <SomethingElse label={t`The marked words are`} now="heading" onChoose={onMarked} />
            ) : (
              <span className="quiet">
                <Trans>Drag over words to mark them</Trans>
              </span>
            )}
          </div>
          <DocumentColumn
            document={reading.document}
            pieces={check.pieces}
            marks={marks}
            at={check.at}
            onLook={onLook}
            onMark={setMarked}
          />
        </div>
        <div className="check-side">
          <h2>
            <Trans>The story</Trans>
          </h2>
          <StoryColumn
            check={check}
            marks={marks}
            onLook={onLook}
            onAccept={onAccept}
            onAssign={onAssign}
          />
        </div>
      </div>
    </Page>
  );
}
