/**
 * Words being typed that are kept by themselves: shortly after typing stops, when the field is left,
 * and when the page goes. What others write meanwhile shows once this person stops.
 */
import { utf8Length } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useWorkspace } from './workspace.tsx';

/** Bytes of UTF-8 that surely go into one field, which takes 64 KiB with what stands around them. */
const most = 60_000;

/** Milliseconds without typing after which the words are kept. */
const pause = 600;

export interface KeptWords {
  readonly value: string;
  readonly onChange: (words: string) => void;
  readonly onBlur: () => void;
  /** The words are more than a field holds: they stay on screen and are not kept until shortened. */
  readonly wrong?: string;
}

/**
 * For a text field: `{...useKeptWords(ask.what, (what) => change({ what }))}`. With `whenLeft` nothing is kept
 * before the field is left or the page goes: half of it would be another thing, as the year of a day is.
 */
export function useKeptWords(
  kept: string,
  keep: (words: string) => void,
  { whenLeft = false }: { readonly whenLeft?: boolean } = {},
): KeptWords {
  const [typed, setTyped] = useState<string | null>(null);
  const { safety } = useWorkspace();
  const waiting = useRef<{ words: string; timer: number | undefined; end: () => void } | null>(
    null,
  );
  const keeper = useRef(keep);
  useEffect(() => {
    keeper.current = keep;
  });
  const flush = useCallback(() => {
    if (!waiting.current) return;
    const { words, timer, end } = waiting.current;
    clearTimeout(timer);
    waiting.current = null;
    keeper.current(words);
    end();
  }, []);
  useEffect(() => {
    document.addEventListener('visibilitychange', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [flush]);
  const isTooLong = typed !== null && utf8Length(typed) > most;
  return {
    value: typed ?? kept,
    ...(isTooLong && {
      wrong: t`This is too long to keep in one piece. It stays here while the page is open: shorten it, and it is kept again.`,
    }),
    onChange(words) {
      setTyped(words);
      const end = waiting.current?.end ?? safety.beginTyping();
      clearTimeout(waiting.current?.timer);
      waiting.current = null;
      if (utf8Length(words) > most) end();
      else {
        const timer = whenLeft ? undefined : window.setTimeout(flush, pause);
        waiting.current = { words, timer, end };
      }
    },
    onBlur() {
      flush();
      if (!isTooLong) setTyped(null);
    },
  };
}
