/**
 * Words being typed that are kept by themselves: shortly after typing stops, when the field is left,
 * and when the page goes. What others write meanwhile shows once this person stops.
 */
import { useCallback, useEffect, useRef, useState } from 'react';

/** Milliseconds without typing after which the words are kept. */
const pause = 600;

export interface KeptWords {
  readonly value: string;
  readonly onChange: (words: string) => void;
  readonly onBlur: () => void;
}

/** For a text field: `{...useKeptWords(ask.what, (what) => change({ what }))}`. */
export function useKeptWords(kept: string, keep: (words: string) => void): KeptWords {
  const [typed, setTyped] = useState<string | null>(null);
  const waiting = useRef<{ words: string; timer: number } | null>(null);
  const keeper = useRef(keep);
  useEffect(() => {
    keeper.current = keep;
  });
  const flush = useCallback(() => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    const { words } = waiting.current;
    waiting.current = null;
    keeper.current(words);
  }, []);
  useEffect(() => flush, [flush]);
  return {
    value: typed ?? kept,
    onChange(words) {
      setTyped(words);
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { words, timer: window.setTimeout(flush, pause) };
    },
    onBlur() {
      flush();
      setTyped(null);
    },
  };
}
