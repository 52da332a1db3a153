import { I18nProvider } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { i18n, speak } from './words/languages.ts';

await speak('en');
const place = document.getElementById('app');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <h1>
          <Trans>Solidarity, practised together.</Trans>
        </h1>
      </I18nProvider>
    </StrictMode>,
  );
}
