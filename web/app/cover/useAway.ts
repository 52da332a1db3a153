/**
 * What the browser tells about use: used, hidden, shown, a tick now and then, and a cover that was asked
 * for here or in another tab.
 */
import { useEffect, useRef } from 'react';
import { COVER_AFTER } from '../open-workspace/auto-lock.ts';
import { coverAsked, heardFrom } from './ask-for-cover.ts';

export interface Away {
  readonly tell: (what: 'used' | 'hidden' | 'shown' | 'tick' | 'cover') => void;
  /** A wrong code was typed in another tab. */
  readonly onWrongElsewhere: () => void;
  /** The page is back after a minute or more out of sight. */
  readonly onMinuteAway: () => void;
}

export function useAway(away: Away): void {
  const latest = useRef(away);
  latest.current = away;
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    let hiddenAt: number | undefined;
    const seen = () => {
      if (document.hidden) {
        hiddenAt ??= Date.now();
        latest.current.tell('hidden');
        return;
      }
      latest.current.tell('shown');
      if (hiddenAt !== undefined && Date.now() - hiddenAt >= COVER_AFTER)
        latest.current.onMinuteAway();
      hiddenAt = undefined;
    };
    const tabs = new BroadcastChannel(coverAsked);
    tabs.onmessage = ({ data }) => {
      const heard = heardFrom(data);
      if (heard === 'cover') latest.current.tell('cover');
      else if (heard === 'wrong code') latest.current.onWrongElsewhere();
    };
    const ticking = setInterval(() => latest.current.tell('tick'), 15_000);
    document.addEventListener('visibilitychange', seen, { signal });
    window.addEventListener('pointerdown', () => latest.current.tell('used'), { signal });
    window.addEventListener('keydown', () => latest.current.tell('used'), { signal });
    window.addEventListener(coverAsked, () => latest.current.tell('cover'), { signal });
    return () => {
      stop.abort();
      tabs.close();
      clearInterval(ticking);
    };
  }, []);
}
