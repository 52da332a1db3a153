/**
 * Links inside the application: `TextLink` in running text, `LinkButton` where a link is what the
 * page is for. Both take a path of ours (`/stories/abc`, with `?key=value` and `#part` if needed).
 */
import { Link as RouterLink } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ButtonKind } from './Button.tsx';
import './Button.css';

interface Going {
  readonly to: string;
  readonly children: ReactNode;
}

export function TextLink({ to, children }: Going) {
  return <RouterLink {...going(to)}>{children}</RouterLink>;
}

export function LinkButton({
  to,
  children,
  kind = 'plain',
  wide = false,
}: Going & { readonly kind?: ButtonKind; readonly wide?: boolean }) {
  return (
    <RouterLink
      {...going(to)}
      className="button"
      data-kind={kind}
      data-wide={wide || undefined}
      draggable={false}
    >
      {children}
    </RouterLink>
  );
}

/** A path of ours as the router wants it: the path, the search and the part apart. */
export function going(path: string): {
  to: string;
  search?: Record<string, string>;
  hash?: string;
} {
  const url = new URL(path, 'https://alongside.invalid');
  const search = Object.fromEntries(url.searchParams);
  return {
    to: url.pathname,
    ...(url.search && { search }),
    ...(url.hash && { hash: url.hash.slice(1) }),
  };
}
