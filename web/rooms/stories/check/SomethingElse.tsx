/** *It is something else*: what a piece can be said to be. */
import type { PieceKind } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Menu } from '../../../ui/Menu.tsx';
import { assignNames } from '../kinds.ts';
import { assignable } from './check.ts';

export function SomethingElse({
  now,
  onChoose,
  label,
  keys = false,
}: {
  readonly now: PieceKind;
  readonly onChoose: (kind: PieceKind) => void;
  readonly label?: string;
  /** Names each kind's key, where there is a keyboard. */
  readonly keys?: boolean;
}) {
  const { _ } = useLingui();
  const items = assignable
    .filter(({ kind }) => kind !== now)
    .map(({ kind, key }) => {
      const name = assignNames[kind];
      const words = name ? _(name) : kind;
      return { id: kind, name: keys ? `${words} (${key.toUpperCase()})` : words };
    });
  return (
    <Menu
      label={label ?? t`It is something else`}
      items={items}
      onChoose={(id) => onChoose(id as PieceKind)}
    />
  );
}
