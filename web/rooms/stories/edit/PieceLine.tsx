/** One part of a story in the list of its parts, with what can be done to it. */
import type { KeptPiece } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Menu } from '../../../ui/Menu.tsx';
import { isOver } from '../check/check.ts';
import { kindNames } from '../kinds.ts';

export type PieceAct = 'edit' | 'up' | 'down' | 'add' | 'remove';

export function PieceLine({
  piece,
  language,
  isFirst,
  isLast,
  onAct,
}: {
  readonly piece: KeptPiece;
  readonly language: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onAct: (act: PieceAct) => void;
}) {
  const { _ } = useLingui();
  const acts: readonly (readonly [PieceAct, string])[] = [
    ['edit', t`Edit`],
    ...(isFirst ? [] : [['up', t`Move up`] as const]),
    ...(isLast ? [] : [['down', t`Move down`] as const]),
    ['add', t`Put in a part after it`],
    ['remove', t`Take out`],
  ];
  return (
    <div className="piece-line" data-kind={piece.kind} data-over={isOver(piece) || undefined}>
      <div>
        <p className="quiet">{_(kindNames[piece.kind])}</p>
        <p className="piece-line-words" lang={language} dir="auto">
          {piece.text || t`No words yet`}
        </p>
      </div>
      <Menu
        label={t`Change`}
        items={acts.map(([id, name]) => ({ id, name }))}
        onChoose={(id) => onAct(id as PieceAct)}
      />
    </div>
  );
}
