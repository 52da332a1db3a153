/**
 * What stands around every page of an open workspace: the way past it all, what is not kept, the
 * places (a bar on phones, a list at the side where there is room), search, adding, the lock, and at
 * the foot how safe the work is.
 */
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { countDaysIn } from '../../ui/days.ts';
import { SaveState } from '../../ui/SaveState.tsx';
import { useSpace } from '../house-records.ts';
import { NothingKept } from './NothingKept.tsx';
import { PlaceLink } from './PlaceLink.tsx';
import { housePlaces, mainPlaces, morePlace } from './places.tsx';
import { SafetyNotice } from './SafetyNotice.tsx';
import { useFurther } from './useFurther.ts';
import { useKeys } from './useKeys.ts';
import { WhichWorkspace } from './WhichWorkspace.tsx';
import './Frame.css';

const KeysDialog = lazy(() => import('./KeysDialog.tsx'));
const QuickAdd = lazy(() => import('../quick-add/QuickAdd.tsx'));
const SearchDialog = lazy(() => import('../search/SearchDialog.tsx'));

type Over = 'search' | 'add' | 'keys' | null;

export default function Frame({
  children,
  onLock,
}: {
  readonly children: ReactNode;
  /** Absent where nothing is kept and there is nothing to lock. */
  readonly onLock?: (() => void) | undefined;
}) {
  const [over, setOver] = useState<Over>(null);
  const further = useFurther();
  const { timeZone } = useSpace();
  countDaysIn(timeZone);
  const close = () => setOver(null);
  useKeys({ '/': () => setOver('search'), n: () => setOver('add'), '?': () => setOver('keys') });

  return (
    <div className="frame">
      <a className="skip" href="#main">
        <Trans>Skip to the page</Trans>
      </a>
      <NothingKept />
      <div className="side-column screen-only">
        <div className="frame-tools">
          <Button kind="quiet" onPress={() => setOver('search')}>
            <Trans>Search</Trans>
          </Button>
          <Button kind="quiet" onPress={() => setOver('add')}>
            <Trans>Add</Trans>
          </Button>
          {onLock && (
            <Button kind="quiet" onPress={onLock}>
              <Trans>Lock</Trans>
            </Button>
          )}
        </div>
        <nav className="side" aria-label={t`Places`}>
          <ul>
            {mainPlaces.map((place) => (
              <li key={place.path}>
                <PlaceLink place={place} />
              </li>
            ))}
          </ul>
          {further.inUse.length > 0 && (
            <ul>
              {further.inUse.map((place) => (
                <li key={place.path}>
                  <PlaceLink place={place} />
                </li>
              ))}
            </ul>
          )}
          <ul>
            {housePlaces.map((place) => (
              <li key={place.path}>
                <PlaceLink place={place} />
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <main id="main" tabIndex={-1}>
        <WhichWorkspace />
        <SafetyNotice />
        {children}
        <p className="frame-foot quiet" role="status">
          <SaveState />
        </p>
      </main>
      <nav className="bar screen-only" aria-label={t`Places`}>
        <ul>
          {mainPlaces.map((place) => (
            <li key={place.path}>
              <PlaceLink place={place} />
            </li>
          ))}
          <li>
            <PlaceLink place={morePlace} />
          </li>
        </ul>
      </nav>
      <Suspense fallback={null}>
        {over === 'search' && <SearchDialog onClose={close} />}
        {over === 'add' && <QuickAdd onClose={close} />}
        {over === 'keys' && <KeysDialog onClose={close} />}
      </Suspense>
    </div>
  );
}
