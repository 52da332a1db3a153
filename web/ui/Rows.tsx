/** A list with hairlines between its rows instead of boxes: `<Rows><Row>…</Row></Rows>`. */
import type { ReactNode } from 'react';
import './Rows.css';

export function Rows({
  children,
  label,
}: {
  readonly children: ReactNode;
  readonly label?: string;
}) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: without it Safari does not announce an unmarked list
    <ul className="rows" role="list" aria-label={label}>
      {children}
    </ul>
  );
}

export function Row({ children }: { readonly children: ReactNode }) {
  return <li>{children}</li>;
}
