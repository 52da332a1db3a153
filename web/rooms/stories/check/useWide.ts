/** Whether there is room for two columns side by side, at the text size that is set. */
import { useSyncExternalStore } from 'react';

const question = '(min-width: 64rem)';

export function useWide(): boolean {
  return useSyncExternalStore(
    (heard) => {
      const media = matchMedia(question);
      media.addEventListener('change', heard);
      return () => media.removeEventListener('change', heard);
    },
    () => matchMedia(question).matches,
  );
}
