/**
 * The cover over an open workspace: everything behind it is out of sight, and six digits open it. It
 * also watches the clock: away for a minute covers, eight unused hours lock. A cover asked for in one
 * tab covers all of them.
 */
import { useEffect, useReducer, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useCoverCode } from '../house-records.ts';
import { coverAsked } from './ask-for-cover.ts';
import { CoverScreen } from './CoverScreen.tsx';
import { type CoverEvent, nextCover, uncovered } from './cover-state.ts';
import { OfferCode } from './OfferCode.tsx';
import './Cover.css';

export function Cover({
  onLock,
  startCovered,
}: {
  readonly onLock: () => void;
  /** A tab that joined another began without words, so it begins covered. */
  readonly startCovered: boolean;
}) {
  const code = useCoverCode();
  const hasCode = code !== '';
  const [state, send] = useReducer(
    (before: ReturnType<typeof uncovered>, event: CoverEvent) => nextCover(before, event, hasCode),
    Date.now(),
    (at) =>
      startCovered && hasCode
        ? nextCover(uncovered(at), { type: 'asked', at }, true)
        : uncovered(at),
  );
  useEvents(send);

  const isLocked = state.now === 'locked';
  useEffect(() => {
    if (isLocked) onLock();
  }, [isLocked, onLock]);
  const isHidden = state.now !== 'clear';
  useEffect(() => {
    document.body.toggleAttribute('data-covered', isHidden);
    return () => document.body.removeAttribute('data-covered');
  }, [isHidden]);

  if (isHidden)
    return createPortal(
      <CoverScreen
        triesLeft={state.triesLeft}
        onTry={(typed) => send({ type: 'tried', right: typed === code, at: Date.now() })}
        onLock={onLock}
      />,
      document.body,
    );
  if (state.shouldOffer)
    return <OfferCode onDone={() => send({ type: 'offered', at: Date.now() })} />;
  return null;
}

/** What the browser tells: hidden and shown, used, a tick now and then, asked here or in another tab. */
function useEvents(send: (event: CoverEvent) => void): void {
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    const tell = (type: 'used' | 'hidden' | 'shown' | 'ticked' | 'asked') =>
      latest.current({ type, at: Date.now() });
    const seen = () => tell(document.hidden ? 'hidden' : 'shown');
    const used = () => tell('used');
    const asked = () => tell('asked');
    const tabs = new BroadcastChannel(coverAsked);
    tabs.onmessage = asked;
    const ticking = setInterval(() => tell('ticked'), 15_000);
    document.addEventListener('visibilitychange', seen);
    window.addEventListener('pointerdown', used);
    window.addEventListener('keydown', used);
    window.addEventListener(coverAsked, asked);
    return () => {
      tabs.close();
      clearInterval(ticking);
      document.removeEventListener('visibilitychange', seen);
      window.removeEventListener('pointerdown', used);
      window.removeEventListener('keydown', used);
      window.removeEventListener(coverAsked, asked);
    };
  }, []);
}
