/**
 * One part of a story opened for editing: its words, what it is, and who says it. What is typed is
 * kept by itself, so that going elsewhere loses none of it; *Leave it as it was* puts it back.
 */
import type { KeptPiece, PieceEdit, PieceKind } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useKeptWords } from '../../../ui/useKeptWords.ts';
import { kindNames } from '../kinds.ts';

const kinds = (Object.keys(kindNames) as PieceKind[]).filter((kind) => kind !== 'unrecognised');

export function PieceEditor({
  piece,
  language,
  onKeep: keep,
  onDone,
  onLeave,
}: {
  readonly piece: KeptPiece;
  readonly language: string;
  readonly onKeep: (edit: PieceEdit) => void;
  /** With the piece as it was when it was opened. */
  readonly onDone: (was: KeptPiece) => void;
  readonly onLeave: (was: KeptPiece) => void;
}) {
  const { _ } = useLingui();
  const [was] = useState(piece);
  // What still waits to be kept when the part is left as it was is dropped.
  const left = useRef(false);
  const onKeep = (edit: PieceEdit) => {
    if (!left.current) keep(edit);
  };
  const leave = () => {
    left.current = true;
    onLeave(was);
  };
  const kind = piece.kind === 'unrecognised' ? 'plain' : piece.kind;
  const words = useKeptWords(piece.text, (text) => onKeep({ text: text.trim() }));
  const role = useKeptWords(piece.role ?? '', (text) => onKeep({ role: text.trim() || null }));
  const organization = useKeptWords(piece.organizations?.[0] ?? '', (text) => {
    const others = piece.organizations?.slice(1) ?? [];
    const organizations = [text.trim(), ...others].filter((name) => name !== '');
    onKeep({ organizations: organizations.length > 0 ? organizations : null });
  });
  const speaker = useKeptWords(piece.speaker ?? '', (text) =>
    onKeep({ speaker: text.trim() || null }),
  );
  const done = () => {
    if (kind !== piece.kind) onKeep({ kind });
    onDone(was);
  };
  return (
    <div className="piece-editor">
      <TextArea label={<Trans>The words</Trans>} lang={language} autoFocus {...words} />
      <Select
        label={<Trans>What it is</Trans>}
        value={kind}
        options={kinds.map((id) => ({ id, name: _(kindNames[id]) }))}
        onChange={(id) => onKeep({ kind: id as PieceKind })}
      />
      {kind === 'narrator' && (
        <>
          <TextField label={<Trans>Role</Trans>} {...role} />
          <TextField label={<Trans>Organization</Trans>} {...organization} />
        </>
      )}
      {kind === 'quote' && <TextField label={<Trans>Who says it</Trans>} {...speaker} />}
      <div className="row">
        <Button kind="plain" onPress={done}>
          <Trans>Save</Trans>
        </Button>
        <Button kind="quiet" onPress={leave}>
          <Trans>Leave it as it was</Trans>
        </Button>
      </div>
    </div>
  );
}
