/**
 * Taking back, instead of "are you sure?". After doing something, say so and how to take it back:
 *
 *     const offerUndo = useUndo();
 *     offerUndo(t`Set down, and told them`, () => workspace.commit(back, audience));
 *
 * The line stays for ten seconds, longer while it is under the pointer or holds focus, or until it is
 * closed, and `Ctrl+Z` outside a text field takes back too. One at a time: a new one replaces the old.
 */
import { Trans } from '@lingui/react/macro';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { Button } from './Button.tsx';
import { latinKey } from './latin-key.ts';
import './Undo.css';

type OfferUndo = (said: string, takeBack?: () => void) => void;

interface Offer {
  readonly number: number;
  readonly said: string;
  readonly takeBack: (() => void) | undefined;
}

const UndoContext = createContext<OfferUndo>(() => {});

/** How long a line stays, in milliseconds. */
const stays = 10_000;

export function useUndo(): OfferUndo {
  return useContext(UndoContext);
}

export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const [offer, setOffer] = useState<Offer>();
  const [held, setHeld] = useState(false);
  const say = useCallback<OfferUndo>((said, takeBack) => {
    setOffer((last) => ({ number: (last?.number ?? 0) + 1, said, takeBack }));
  }, []);
  const close = useCallback(() => {
    setOffer(undefined);
    setHeld(false);
  }, []);
  const undo = useMemo(() => {
    const takeBack = offer?.takeBack;
    return (
      takeBack &&
      (() => {
        takeBack();
        close();
      })
    );
  }, [offer, close]);

  useEffect(() => {
    if (!offer || held) return;
    const timer = setTimeout(close, stays);
    return () => clearTimeout(timer);
  }, [offer, held, close]);

  useEffect(() => {
    if (!undo) return;
    const pressed = (event: KeyboardEvent) => {
      if (latinKey(event) !== 'z' || !(event.ctrlKey || event.metaKey) || isTyping(event)) return;
      event.preventDefault();
      undo();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [undo]);

  return (
    <UndoContext value={say}>
      {children}
      {createPortal(
        <div className="undo-place" role="status">
          {offer && (
            // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while someone is on it
            <div
              key={offer.number}
              className="undo"
              onPointerEnter={() => setHeld(true)}
              onPointerLeave={() => setHeld(false)}
              onFocus={() => setHeld(true)}
              onBlur={() => setHeld(false)}
            >
              <span>{offer.said}</span>
              <span className="undo-actions">
                {undo && (
                  <Button kind="quiet" onPress={undo}>
                    <Trans>Undo</Trans>
                  </Button>
                )}
                <Button kind="quiet" onPress={close}>
                  <Trans>Close</Trans>
                </Button>
              </span>
            </div>
          )}
        </div>,
        document.body,
      )}
    </UndoContext>
  );
}

/** Whether the key went into a text field, where it means something of its own. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type=radio], [type=checkbox]), textarea, select'))
  );
}
