/** One part of the page: its heading, which takes the focus when the part opens, and its content. */
import type { ReactNode } from 'react';
import type { PartName, Parts } from './parts.ts';

export function Part({
  name,
  title,
  parts,
  children,
}: {
  readonly name: PartName;
  readonly title: ReactNode;
  readonly parts: Parts;
  readonly children: ReactNode;
}) {
  return (
    <section
      className="ask-part stack"
      data-part={name}
      data-current={parts.current === name || undefined}
      aria-labelledby={`part-${name}`}
    >
      <h2 id={`part-${name}`} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
