/** A long list, its first hundred at once and the others on asking, so that no document freezes a phone. */
import { Plural } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/Button.tsx';

const atOnce = 100;

export interface FirstOfProps<Item> {
  readonly items: readonly Item[];
  /** One that must be shown, however far down. */
  readonly including?: Item | undefined;
  /** The list around the items that are shown. */
  readonly children: (shown: readonly Item[]) => ReactNode;
}

export function FirstOf<Item>({ items, including, children }: FirstOfProps<Item>) {
  const [asked, setAsked] = useState(atOnce);
  const needed = including === undefined ? 0 : items.indexOf(including) + 1;
  const most = Math.max(asked, needed);
  const left = Math.min(atOnce, items.length - most);
  return (
    <>
      {children(items.slice(0, most))}
      {left > 0 && (
        <Button kind="quiet" onPress={() => setAsked(most + atOnce)}>
          <Plural value={left} one="Show one more" other="Show # more" />
        </Button>
      )}
    </>
  );
}
