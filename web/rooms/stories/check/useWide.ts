/** Whether there is room for two columns side by side, at the text size that is set. */
import { useSyncExternalStore } from 'react';

/** Columns of some thirty letters' height each, in the size of the text. */
const enough = 64;

export function useWide(): boolean {
  return useSyncExternalStore(subscribe, isWide);
}

function subscribe(heard: () => void): () => void {
  window.addEventListener('resize', heard);
  return () => window.removeEventListener('resize', heard);
}

function isWide(): boolean {
  const root = document.documentElement;
  return root.clientWidth / Number.parseFloat(getComputedStyle(root).fontSize) >= enough;
}
