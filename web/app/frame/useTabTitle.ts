/**
 * The name of the tab: the place we are in, and nothing that was written there. The browser keeps
 * titles in its history, unsealed.
 */
import { useLingui } from '@lingui/react';
import { useEffect } from 'react';
import { placeOf } from './places.tsx';

export function useTabTitle(path: string): void {
  const { _ } = useLingui();
  const place = placeOf(path);
  const title = place && path !== '/' ? `${_(place.name)} · Alongside` : 'Alongside';
  useEffect(() => {
    document.title = title;
  }, [title]);
}
