/**
 * What the tab shows: the doors, the lock, or the page inside its frame. Pages of rooms are drawn
 * only inside an open workspace; a few pages of the house can be read without one.
 */
import { Outlet, useMatches } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect } from 'react';
import { UndoProvider } from '../ui/Undo.tsx';
import { WorkspaceContext } from '../ui/workspace.tsx';
import { speakInRooms } from '../words/languages.ts';
import { Doors } from './first-visit/Doors.tsx';
import { Plain } from './frame/Plain.tsx';
import { useTabTitle } from './frame/useTabTitle.ts';
import { rooms } from './rooms.ts';
import { useMoves, useSession } from './session/context.tsx';
import type { Session } from './session/session.ts';
import { workWhileOpen } from './while-open.ts';

// What a first visit does not show loads when it is needed.
const CannotRun = lazy(() => import('./first-visit/CannotRun.tsx'));
const Cover = lazy(() => import('./cover/Cover.tsx'));
const Frame = lazy(async () => {
  const [frame] = await Promise.all([import('./frame/Frame.tsx'), speakInRooms()]);
  return frame;
});
const LockAnyway = lazy(() => import('./keeping/LockAnyway.tsx'));
const Locked = lazy(() => import('./keeping/Locked.tsx'));

/** One for a first try and what it is kept as, another for each workspace opened in the place of one. */
function placeKey(session: Extract<Session, { type: 'Passing' | 'Open' }>): string {
  return session.type === 'Open' && session.besides ? session.workspace.place : 'first';
}

/** Pages that can be read with nothing open. */
const always = ['/if-something-happens', '/join', '/pair', '/return', '/look-around', '/come-back'];
/** Pages that begin a first try, so that their address can be shared or returned to. */
const begins = ['/start', '/stories/import'];

export function Root() {
  return (
    <Suspense fallback={null}>
      <Shown />
    </Suspense>
  );
}

function Shown() {
  const session = useSession();
  const { startPassing, lock } = useMoves();
  // The page that is drawn now: the address runs ahead of it while the next page loads.
  const path = useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '/' });
  useTabTitle(path);
  const askToLock = useCallback(() => void lock(), [lock]);
  // Nobody is there to be asked, or who is there must not see what the question says.
  const lockNow = useCallback(() => void lock('anyway'), [lock]);

  const isAlways = always.some((page) => path === page || path.startsWith(`${page}/`));
  const shouldBegin = session.type === 'Doors' && begins.includes(path);
  useEffect(() => {
    if (shouldBegin) void startPassing();
  }, [shouldBegin, startPassing]);

  const open = session.type === 'Open' ? session.workspace : null;
  useEffect(() => {
    return open ? workWhileOpen(rooms.values(), open) : undefined;
  }, [open]);

  switch (session.type) {
    case 'Starting':
      return null;
    case 'CannotRun':
      return <CannotRun because={session.because} />;
    case 'Doors':
      if (shouldBegin) return null;
      return <Plain>{isAlways ? <Outlet /> : <Doors />}</Plain>;
    case 'Locked':
      return <Plain>{isAlways ? <Outlet /> : <Locked session={session} />}</Plain>;
    case 'Passing':
    case 'Open':
      return (
        // Nothing that was drawn of one workspace stays for another that is opened in its place.
        <WorkspaceContext key={placeKey(session)} value={session.workspace}>
          <UndoProvider>
            <Frame onLock={session.type === 'Open' ? askToLock : undefined}>
              <Outlet />
            </Frame>
            {session.type === 'Open' && session.notSaved !== undefined && (
              <LockAnyway notSaved={session.notSaved} />
            )}
            {session.type === 'Open' && <Cover onLock={lockNow} />}
          </UndoProvider>
        </WorkspaceContext>
      );
  }
}
