/**
 * The check of an import: the document beside the story it became, piece by piece. Two columns where
 * there is room, one piece at a time on a phone. The whole of it can be done by keyboard: J and K
 * walk, letters say what a piece is, Enter accepts.
 */
import type { PieceKind } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { latinKey } from '../../../ui/latin-key.ts';
import { isTyping, useUndo } from '../../../ui/Undo.tsx';
import {
  accept,
  assignable,
  assignKind,
  type Check as Checking,
  corrected,
  step,
  takeBack,
} from './check.ts';
import { OneAtATime } from './OneAtATime.tsx';
import { SideBySide } from './SideBySide.tsx';
import { useWide } from './useWide.ts';

export interface CheckProps {
  /** How far it has come; it is held by the import, not by this page. */
  readonly check: Checking;
  readonly onCheck: (check: Checking) => void;
  readonly onKeep: () => void;
  readonly onAnother: () => void;
}

/** What both ways of checking work with. */
export interface CheckParts {
  readonly check: Checking;
  readonly setCheck: (next: Checking | ((now: Checking) => Checking)) => void;
  readonly onAccept: () => void;
  readonly onAssign: (piece: string, kind: PieceKind) => void;
  readonly onKeep: () => void;
  readonly onAnother: () => void;
}

export function Check({ check, onCheck, onKeep, onAnother }: CheckProps) {
  const latest = useRef(check);
  latest.current = check;
  const setCheck: CheckParts['setCheck'] = (next) => {
    latest.current = typeof next === 'function' ? next(latest.current) : next;
    onCheck(latest.current);
  };
  const wide = useWide();
  const place = useRef<HTMLDivElement>(null);
  const byKey = useRef(false);
  const offerUndo = useUndo();

  useEffect(() => {
    if (!byKey.current || check.at === null) return;
    byKey.current = false;
    const button = `[data-piece="${CSS.escape(check.at)}"]`;
    place.current?.querySelector<HTMLElement>(button)?.focus();
  }, [check.at]);

  const onAssign = (id: string, kind: PieceKind) => {
    setCheck((now) => corrected(now, assignKind(now, id, kind), id));
    offerUndo(t`Changed`, () => setCheck(takeBack));
  };
  const onAccept = () => {
    byKey.current = true;
    setCheck(accept);
  };

  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.nativeEvent)) return;
    const target = event.target as Element;
    if (target.closest('[role=menu], [role=dialog]')) return;
    const key = latinKey(event.nativeEvent);
    const kind = assignable.find((one) => one.key === key)?.kind;
    const act =
      key === 'j'
        ? () => setCheck((now) => step(now, 1))
        : key === 'k'
          ? () => setCheck((now) => step(now, -1))
          : key === 'enter' && !target.closest('button:not([data-piece]), a, summary')
            ? onAccept
            : kind && check.at !== null
              ? onAssign.bind(null, check.at, kind)
              : undefined;
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    byKey.current = true;
    act();
  };

  const parts: CheckParts = {
    check,
    setCheck,
    onAccept,
    onAssign,
    onKeep,
    onAnother,
  };
  return (
    <div ref={place} className="check" onKeyDownCapture={pressed}>
      {wide ? <SideBySide {...parts} /> : <OneAtATime {...parts} />}
    </div>
  );
}
