/** Language, light or dark, the size of text, and keys: each works at once, on this device only. */
import { Trans } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { Checkbox, Radio, RadioGroup } from '../../ui/Choices.tsx';
import { languages } from '../../words/languages.ts';
import { spoken } from '../frame/LanguageLine.tsx';
import { changeLook, looks, textSizes, themes } from '../look.ts';

export function LookSettings() {
  const look = useSyncExternalStore(looks.subscribe, looks.get);
  return (
    <section className="stack">
      <RadioGroup
        label={<Trans>Language</Trans>}
        value={look.language}
        onChange={(chosen) => {
          const language = spoken.find((one) => one === chosen);
          if (language) void changeLook({ language });
        }}
      >
        {spoken.map((language) => (
          <Radio key={language} value={language}>
            <span className="own-name" lang={language}>
              {languages[language].name}
            </span>
          </Radio>
        ))}
      </RadioGroup>
      <RadioGroup
        label={<Trans>Light or dark</Trans>}
        value={look.theme}
        onChange={(chosen) => {
          const theme = themes.find((one) => one === chosen);
          if (theme) void changeLook({ theme });
        }}
      >
        <Radio value="device">
          <Trans>As the device is set</Trans>
        </Radio>
        <Radio value="light">
          <Trans>Light</Trans>
        </Radio>
        <Radio value="dark">
          <Trans>Dark</Trans>
        </Radio>
      </RadioGroup>
      <RadioGroup
        label={<Trans>Size of text</Trans>}
        value={look.text}
        onChange={(chosen) => {
          const text = textSizes.find((one) => one === chosen);
          if (text) void changeLook({ text });
        }}
      >
        <Radio value="usual">
          <Trans>Usual</Trans>
        </Radio>
        <Radio value="large">
          <Trans>Larger</Trans>
        </Radio>
        <Radio value="larger">
          <Trans>Half as large again</Trans>
        </Radio>
        <Radio value="largest">
          <Trans>Twice as large</Trans>
        </Radio>
      </RadioGroup>
      <Checkbox
        isSelected={look.letterKeys}
        onChange={(letterKeys) => void changeLook({ letterKeys })}
        note={<Trans>“/” searches, “n” adds, “?” shows the keys.</Trans>}
      >
        <Trans>Single letters work as keys</Trans>
      </Checkbox>
    </section>
  );
}
