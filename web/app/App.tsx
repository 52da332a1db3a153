/** The application: its languages, its session, its pages. */
import { I18nProvider } from '@lingui/react';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useSyncExternalStore } from 'react';
import { I18nProvider as AriaLocale } from 'react-aria-components';
import { i18n, languages } from '../words/languages.ts';
import { looks } from './look.ts';
import { router } from './router.tsx';
import { SessionContext, type SessionDoor } from './session/context.tsx';

export function App({ session }: { readonly session: SessionDoor }) {
  const language = useSyncExternalStore(looks.subscribe, () => looks.get().language);
  return (
    <StrictMode>
      <I18nProvider i18n={i18n} key={language}>
        <AriaLocale locale={languages[language].locale}>
          <SessionContext value={session}>
            <RouterProvider router={router} />
          </SessionContext>
        </AriaLocale>
      </I18nProvider>
    </StrictMode>
  );
}
