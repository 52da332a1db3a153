/** The languages by their own names: a person who cannot read this page can still change it. */
import { Trans } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { Button } from '../../ui/Button.tsx';
import { type Language, languages } from '../../words/languages.ts';
import { changeLook, looks } from '../look.ts';

export const spoken: readonly Language[] = ['en', 'es', 'ar'];

export function LanguageLine() {
  const now = useSyncExternalStore(looks.subscribe, () => looks.get().language);
  return (
    <div className="language-line">
      <h2 className="hidden-words">
        <Trans>Language</Trans>
      </h2>
      {spoken.map((language) => (
        <Button
          key={language}
          kind="quiet"
          aria-current={language === now}
          onPress={() => void changeLook({ language })}
        >
          <span className="own-name" lang={language}>
            {languages[language].name}
          </span>
        </Button>
      ))}
    </div>
  );
}
