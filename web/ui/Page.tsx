/**
 * A page: its title is a sentence that is the answer, under it who can read this, then the text. On
 * wide screens `aside` stands beside it. `action` is the page's one filled button: within reach of
 * the thumb on phones, under the text elsewhere.
 *
 * A page says where it is by moving focus to its title, except the first one shown. The title never
 * goes into the browser's history, which is not ours to seal.
 */
import { type ReactNode, useEffect, useRef } from 'react';
import './Page.css';

export interface PageProps {
  readonly title: ReactNode;
  /** A line above the title: a date, where this belongs. */
  readonly above?: ReactNode;
  /** `<WhoCanRead … />`. */
  readonly readers?: ReactNode;
  readonly action?: ReactNode;
  readonly aside?: ReactNode;
  /** Text of up to 680 px unless `wide` (two columns side by side). */
  readonly wide?: boolean;
  readonly children?: ReactNode;
}

let shownBefore = false;

export function Page({ title, above, readers, action, aside, wide = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (shownBefore) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    shownBefore = true;
  }, []);
  return (
    <article className="page" data-wide={wide || undefined} data-aside={aside ? true : undefined}>
      <header className="page-head">
        {above && <div className="page-above">{above}</div>}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {readers}
      </header>
      <div className="page-text stack">{children}</div>
      {aside && <aside className="page-aside stack">{aside}</aside>}
      {action && <div className="page-action row">{action}</div>}
    </article>
  );
}
