/** A page without the frame: the doors, the lock, and what can be read before either. */
import type { ReactNode } from 'react';
import { LanguageLine } from './LanguageLine.tsx';
import './Plain.css';

export function Plain({ children }: { readonly children: ReactNode }) {
  return (
    <div className="plain">
      <main id="main">{children}</main>
      <footer className="screen-only">
        <LanguageLine />
      </footer>
    </div>
  );
}
