/** Editing every part of a story, piece by piece. The document as it came is never touched. */
import {
  type Change,
  changePiece,
  insertPiece,
  type KeptPiece,
  type KeptStory,
  movePiece,
  type PieceEdit,
  removePiece,
  sayWhose,
  storyOf,
  undoOf,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { LinkButton, TextLink } from '../../../ui/Link.tsx';
import { Page } from '../../../ui/Page.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { WhoCanReadThis } from '../../../ui/WhoCanRead.tsx';
import { useParam } from '../../../ui/where.ts';
import { useRecord, useWorkspace } from '../../../ui/workspace.tsx';
import { FirstOf } from '../FirstOf.tsx';
import { NoSuchStory } from '../NoSuchStory.tsx';
import { WhoseStory } from '../WhoseStory.tsx';
import { PieceEditor } from './PieceEditor.tsx';
import { PieceLine } from './PieceLine.tsx';
import './EditPage.css';

export default function EditPage() {
  const record = useRecord('stories', useParam('story'));
  if (!record) return <NoSuchStory />;
  return <Edit story={storyOf(record)} />;
}

function Edit({ story }: { readonly story: KeptStory }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const [open, setOpen] = useState<string | null>(null);

  const write = (said: string, changes: readonly Change[]) => {
    const back = undoOf(changes, workspace.tables.get);
    workspace.commit(changes, 'everyone');
    offerUndo(said, () => workspace.commit(back, 'everyone'));
  };
  /** Changes of the story as it stands by now, which may be newer than what is drawn. */
  const edited = (id: string, edit: PieceEdit) => {
    const now = workspace.tables.get('stories', story.id);
    return now ? changePiece(storyOf(now), id, edit) : [];
  };
  const keepTyped = (id: string, edit: PieceEdit) => workspace.commit(edited(id, edit), 'everyone');
  const putBack = (was: KeptPiece) => keepTyped(was.id, asItWas(was));
  const done = (was: KeptPiece) => {
    setOpen(null);
    offerUndo(t`Changed`, () => putBack(was));
  };
  const leave = (was: KeptPiece) => {
    setOpen(null);
    putBack(was);
  };
  const add = (at: number) => {
    const id = workspace.newId();
    write(t`A part was put in`, insertPiece(story, at, { id, kind: 'paragraph', text: '' }));
    setOpen(id);
  };
  return (
    <Page
      above={
        <TextLink to={`/stories/${story.id}`}>
          <Trans>Back to the story</Trans>
        </TextLink>
      }
      title={<Trans>Every part of this story can be changed.</Trans>}
      readers={<WhoCanReadThis table="stories" record={story.id} />}
      action={
        <LinkButton to={`/stories/${story.id}/versions`} kind="filled">
          <Trans>Keep a version</Trans>
        </LinkButton>
      }
    >
      <WhoseStory
        whose={story.whose}
        onChange={(whose) => write(t`Changed`, sayWhose(story, whose))}
      />
      <h2>
        <Trans>The parts</Trans>
      </h2>
      <FirstOf items={story.pieces} including={story.pieces.find((piece) => piece.id === open)}>
        {(shown) => (
          <ol className="edit-pieces">
            {shown.map((piece, at) =>
              open === piece.id ? (
                <li key={piece.id}>
                  <PieceEditor
                    piece={piece}
                    language={story.document.language}
                    onKeep={(edit) => keepTyped(piece.id, edit)}
                    onDone={done}
                    onLeave={leave}
                  />
                </li>
              ) : (
                <li key={piece.id}>
                  <PieceLine
                    piece={piece}
                    language={story.document.language}
                    onAct={(act) => {
                      if (act === 'edit') setOpen(piece.id);
                      if (act === 'up') write(t`Moved`, movePiece(story, piece.id, at - 1));
                      if (act === 'down') write(t`Moved`, movePiece(story, piece.id, at + 1));
                      if (act === 'add') add(at + 1);
                      if (act === 'remove') write(t`Taken out`, removePiece(story, piece.id));
                    }}
                    isFirst={at === 0}
                    isLast={at === story.pieces.length - 1}
                  />
                </li>
              ),
            )}
          </ol>
        )}
      </FirstOf>
    </Page>
  );
}

/** The edit that makes a piece what it was. */
function asItWas({ kind, text, role, organizations, speaker }: KeptPiece): PieceEdit {
  return {
    kind,
    text,
    role: role ?? null,
    organizations: organizations ?? null,
    speaker: speaker ?? null,
  };
}
