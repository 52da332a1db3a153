/**
 * What the tab shows: the doors, the lock, or the page inside its frame. Pages of rooms are drawn
 * only inside an open workspace; a few pages of the house can be read without one.
 */
import { Outlet, useLocation } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import { UndoProvider } from '../ui/Undo.tsx';
import { WorkspaceContext } from '../ui/workspace.tsx';
import { Cover } from './cover/Cover.tsx';
import { CannotRun } from './first-visit/CannotRun.tsx';
import { Doors } from './first-visit/Doors.tsx';
import { Frame } from './frame/Frame.tsx';
import { Plain } from './frame/Plain.tsx';
import { useTabTitle } from './frame/useTabTitle.ts';
import { Locked } from './keeping/Locked.tsx';
import { useMoves, useSession } from './session/context.tsx';

/** Pages that can be read with nothing open. */
const always = ['/if-something-happens', '/invited', '/look-around', '/come-back'];
/** Pages that begin a first try, so that their address can be shared or returned to. */
const begins = ['/start', '/stories/import'];

export function Root() {
  const session = useSession();
  const { startPassing, lock } = useMoves();
  const path = useLocation().pathname;
  useTabTitle(path);
  const lockNow = useCallback(() => void lock(), [lock]);

  const isAlways = always.some((page) => path === page || path.startsWith(`${page}/`));
  const shouldBegin = session.type === 'Doors' && begins.includes(path);
  useEffect(() => {
    if (shouldBegin) void startPassing();
  }, [shouldBegin, startPassing]);

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
        <WorkspaceContext value={session.workspace}>
          <UndoProvider>
            <Frame onLock={session.type === 'Open' ? lockNow : undefined}>
              <Outlet />
            </Frame>
            {session.type === 'Open' && <Cover onLock={lockNow} startCovered={session.joined} />}
          </UndoProvider>
        </WorkspaceContext>
      );
  }
}
