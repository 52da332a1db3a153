/** Where we are and how to go elsewhere, for pages of rooms. */
import { useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { useCallback } from 'react';
import { going } from './Link.tsx';

/** A part of the path: in `/stories/$story`, `useParam('story')`. */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  return params[name] ?? '';
}

/** What stands after `?` in the address, as words. */
export function useSearchParam(name: string): string | undefined {
  const search: Record<string, unknown> = useLocation().search;
  const value = search[name];
  return value === undefined ? undefined : String(value);
}

/** Where we are, as a path of ours with what stands after `?`. */
export function useAddress(): string {
  const { pathname, searchStr } = useLocation();
  return pathname + searchStr;
}

/** The page of ours from which somebody came, `?back=`, to lead there again; undefined where none is said. */
export function useWayBack(): string | undefined {
  const back = useSearchParam('back');
  return back !== undefined &&
    /^\/(?![/\\])/.test(back) &&
    URL.canParse(back, 'https://alongside.invalid')
    ? back
    : undefined;
}

/** Goes to a path of ours. With `instead`, the page we leave is not returned to by Back. */
export function useGo(): (path: string, how?: { readonly instead?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback(
    (path, how) => {
      void navigate({ ...going(path), replace: how?.instead ?? false });
    },
    [navigate],
  );
}
