/** One part of a story opened for editing: its words, what it is, and who says it. */
import type { KeptPiece, PieceEdit, PieceKind } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { kindNames } from '../kinds.ts';

const kinds = (Object.keys(kindNames) as PieceKind[]).filter((kind) => kind !== 'unrecognised');

export function PieceEditor({
  piece,
  language,
  onSave,
  onClose,
}: {
  readonly piece: KeptPiece;
  readonly language: string;
  readonly onSave: (edit: PieceEdit) => void;
  readonly onClose: () => void;
}) {
  const { _ } = useLingui();
  const [text, setText] = useState(piece.text);
  const [kind, setKind] = useState<PieceKind>(piece.kind === 'unrecognised' ? 'plain' : piece.kind);
  const [role, setRole] = useState(piece.role ?? '');
  const [organization, setOrganization] = useState(piece.organizations?.[0] ?? '');
  const [speaker, setSpeaker] = useState(piece.speaker ?? '');

  const save = () => {
    const others = piece.organizations?.slice(1) ?? [];
    const organizations = [organization.trim(), ...others].filter((name) => name !== '');
    onSave({
      text: text.trim(),
      kind,
      ...(kind === 'narrator' && {
        role: role.trim() || null,
        organizations: organizations.length > 0 ? organizations : null,
      }),
      ...(kind === 'quote' && { speaker: speaker.trim() || null }),
    });
  };
  return (
    <div className="piece-editor">
      <TextArea
        label={<Trans>The words</Trans>}
        value={text}
        onChange={setText}
        lang={language}
        autoFocus
      />
      <Select
        label={<Trans>What it is</Trans>}
        value={kind}
        options={kinds.map((id) => ({ id, name: _(kindNames[id]) }))}
        onChange={(id) => setKind(id as PieceKind)}
      />
      {kind === 'narrator' && (
        <>
          <TextField label={<Trans>Role</Trans>} value={role} onChange={setRole} />
          <TextField
            label={<Trans>Organization</Trans>}
            value={organization}
            onChange={setOrganization}
          />
        </>
      )}
      {kind === 'quote' && (
        <TextField label={<Trans>Who says it</Trans>} value={speaker} onChange={setSpeaker} />
      )}
      <div className="row">
        <Button kind="plain" onPress={save}>
          <Trans>Save</Trans>
        </Button>
        <Button kind="quiet" onPress={onClose}>
          <Trans>Leave it as it was</Trans>
        </Button>
      </div>
    </div>
  );
}
