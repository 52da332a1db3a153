/** Keys that work on every page, outside text fields, dialogs and combinations with other keys. */
import { useEffect, useEffectEvent } from 'react';
import { latinKey } from '../../ui/latin-key.ts';
import { isTyping } from '../../ui/Undo.tsx';
import { looks } from '../look.ts';

export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const act = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (!looks.get().letterKeys || isTyping(event) || isInDialog(event)) return;
    const chosen = keys[latinKey(event)];
    if (!chosen) return;
    event.preventDefault();
    chosen();
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => act(event);
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}

function isInDialog({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('[role=dialog], [role=alertdialog]') !== null;
}
