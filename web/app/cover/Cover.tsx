/**
 * The cover over an open workspace: everything behind it is out of sight, and six digits open it. It
 * also tells the clock to the vault's rules: away for a minute covers, eight unused hours lock. Where no
 * six digits were chosen yet nothing could open a cover, so a minute away offers to choose them.
 */
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useCoverCode } from '../house-records.ts';
import { type AutoLock, afterEvent, atStart, type LockEvent } from '../open-workspace/auto-lock.ts';
import { tellWrongCode } from './ask-for-cover.ts';
import { CoverScreen } from './CoverScreen.tsx';
import { OfferCode } from './OfferCode.tsx';
import { useAway } from './useAway.ts';
import './Cover.css';

export interface CoverProps {
  readonly onLock: () => void;
}

export default function Cover({ onLock }: CoverProps) {
  const code = useCoverCode();
  const hasCode = code !== '';
  const [state, send] = useReducer(
    (before: AutoLock, event: LockEvent) => afterEvent(before, event, hasCode),
    undefined,
    opened,
  );
  const [offer, setOffer] = useState<'after a minute' | 'asked'>();
  const asked = useRef(false);

  useAway({
    tell: (type) => {
      if (type === 'cover' && !hasCode) {
        asked.current = true;
        setOffer('asked');
      } else if (hasCode || type === 'used' || type === 'tick') send({ type, at: Date.now() });
    },
    onWrongElsewhere: () => hasCode && send({ type: 'code', right: false, at: Date.now() }),
    onMinuteAway: () => !hasCode && setOffer('after a minute'),
  });

  const isLocked = state.type === 'Locked';
  useEffect(() => {
    if (isLocked) onLock();
  }, [isLocked, onLock]);
  const isHidden = state.type !== 'Open';
  // Before the page is drawn: what is covered must not flash up.
  useLayoutEffect(() => {
    document.body.toggleAttribute('data-covered', isHidden);
    return () => document.body.removeAttribute('data-covered');
  }, [isHidden]);

  if (state.type === 'Open')
    return offer ? (
      <OfferCode
        asked={offer === 'asked'}
        onDone={(chosen) => {
          setOffer(undefined);
          if (chosen && asked.current) setTimeout(() => send({ type: 'cover', at: Date.now() }));
          asked.current = false;
        }}
      />
    ) : null;
  return createPortal(
    <CoverScreen
      triesLeft={state.type === 'Covered' ? state.triesLeft : 0}
      onTry={(typed) => {
        const right = typed === code;
        if (!right) tellWrongCode();
        send({ type: 'code', right, at: Date.now() });
      }}
      onLock={onLock}
    />,
    document.body,
  );
}

function opened(): AutoLock {
  return afterEvent(atStart, { type: 'unlocked', at: Date.now() }, false);
}
